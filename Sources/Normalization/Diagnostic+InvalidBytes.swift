internal import UnicodeText

extension Diagnostic {
    /// Says of bytes that mean nothing in an encoding how many places there are and where the first is: a file in the
    /// wrong encoding has thousands.
    static func invalidBytes(
        _ count: Int, firstAt first: Int, line: Int? = nil, encoding: String, file: String
    ) -> Diagnostic {
        Diagnostic(
            .warning, code: "encoding.invalid-bytes", file: file, line: line,
            message: "\(count) \(count == 1 ? "place is" : "places are") not valid \(encoding), the first at byte "
                + "\(first); each became U+FFFD",
            hint: "--encoding forces another encoding")
    }
}
