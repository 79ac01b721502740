internal import ByteXML
public import Terminology
public import UnicodeText

/// Reads TBX: version 2 (`martif`, ISO 30042:2008) and version 3 (`tbx`, ISO 30042:2019) in the styles DCA and DCT.
public enum TBXReader {
    /// Reads a file.
    ///
    /// What the fields of `Concept` and `Term` have no place for is kept in their `other`, so that `TBXWriter` writes it
    /// back. A part that cannot be used (a term section without a term, a language that is no tag, a concept without
    /// terms) is reported and left out.
    ///
    /// - Parameters:
    ///   - name: the glossary's name.
    ///   - file: the name to use in messages.
    /// - Throws: a `Diagnostic` with line and column for a file that is not well-formed or no TBX.
    /// - Complexity: O(n); about 70 MB a second.
    public static func read(
        _ bytes: [UInt8], name: String, file: String?, report: (Diagnostic) -> Void = { _ in }
    ) throws -> Glossary {
        try withoutActuallyEscaping(report) { report in
            let limits = XMLLimits()
            let handler = TBXHandler(name: name, file: file, limits: limits, report: report)
            var rest = bytes
            try XMLSource.parse(
                {
                    defer { rest = [] }
                    return rest
                }, file: file, limits: limits, handler: handler)
            return handler.finish()
        }
    }
}
