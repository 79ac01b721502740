public import ByteXML
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
    ///   - limits: how much of one thing the file may hold; `text` is bytes of a term or another text.
    /// - Throws: a `Diagnostic` with line and column for a file that is not well-formed or no TBX, and what the source
    ///   throws.
    /// - Complexity: O(n); about 70 MB a second.
    public static func read(
        _ source: ByteSource, name: String, file: String?, limits: XMLLimits = XMLLimits(),
        report: (Diagnostic) -> Void = { _ in }
    ) throws -> Glossary {
        try withoutActuallyEscaping(report) { report in
            let handler = TBXHandler(name: name, file: file, limits: limits, report: report)
            try XMLSource.parse(source, file: file, limits: limits, handler: handler)
            return handler.finish()
        }
    }

    /// Reads a file that is at hand whole.
    public static func read(
        _ bytes: [UInt8], name: String, file: String?, limits: XMLLimits = XMLLimits(),
        report: (Diagnostic) -> Void = { _ in }
    ) throws -> Glossary {
        try read(WholeFile.source(bytes), name: name, file: file, limits: limits, report: report)
    }
}
