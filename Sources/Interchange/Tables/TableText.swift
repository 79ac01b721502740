internal import UnicodeText

/// The text of a table or a glossary of lines.
enum TableText {
    /// Decodes a file.
    ///
    /// - Parameter encoding: `nil` to find it out; a byte order mark decides in any case.
    /// - Throws: a `Diagnostic` with the line for bytes that are none of the encoding's.
    static func decode(_ bytes: [UInt8], encoding: String?, file: String?) throws(Diagnostic) -> UTF8Text {
        let mark = EncodingDetector.byteOrderMarkLength(bytes)
        var encoding = mark == 0 ? encoding : nil
        if encoding == nil {
            guard let guess = EncodingDetector.detect(bytes) else {
                throw Diagnostic(.error, code: "encoding.binary", file: file, message: "this is no text")
            }
            encoding = guess.encoding
        }
        let name = encoding ?? "UTF-8"
        let result: CharacterDecoder.Result
        do {
            result = try CharacterDecoder.decode(bytes, from: mark, encoding: name)
        } catch {
            throw Diagnostic(.error, code: "encoding.converter", file: file, message: "\(error)")
        }
        if let first = result.errors.first {
            throw Diagnostic(
                .error, code: "encoding.invalid-bytes", file: file,
                line: 1 + bytes.prefix(first).filter { $0 == 0x0A }.count, message: "bytes that are not valid \(name)",
                hint: "save the file as UTF-8")
        }
        return result.text
    }

    /// The lines with their numbers, ends taken off.
    static func lines(_ text: UTF8Text) -> some Sequence<(number: Int, text: UTF8Text)> {
        text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).lazy.enumerated().map { index, line in
            (index + 1, UTF8Text(unchecked: line.last == 0x0D ? line.dropLast() : line))
        }
    }
}
