public import ByteXML
public import UnicodeText

/// Reads PO and POT in any encoding, entry by entry in bounded memory.
public struct POReader {
    private let file: String?
    /// The bounds that matter here are those of `text`: bytes of an entry.
    public var limits = XMLLimits()

    /// - Parameter file: the name to use in messages.
    public init(file: String?) { self.file = file }

    /// Reads a file to its end.
    ///
    /// - Parameters:
    ///   - header: called once, before the first entry; with `nil` where the file has no header.
    ///   - entry: a message and the line it begins on.
    /// - Throws: a `Diagnostic` with the place for what is no PO; what was handed over before must then not be kept.
    public func read(
        _ source: ByteSource, report: (Diagnostic) -> Void = { _ in }, header: (POHeader?) throws -> Void = { _ in },
        entry: (POEntry, Int) throws -> Void
    ) throws {
        try withoutActuallyEscaping(report) { report in
            var reader = POLineReader(file: file, limit: limits.text, report: report)
            var sawFirst = false
            func give(_ found: (entry: POEntry, line: Int)) throws {
                if !sawFirst {
                    sawFirst = true
                    if found.entry.message.isEmpty, found.entry.context == nil, !found.entry.isObsolete {
                        return try header(POHeader(entry: found.entry))
                    }
                    try header(nil)
                }
                try entry(found.entry, found.line)
            }
            try POLines(file: file, limit: limits.text).read(source) { line, number in
                if let found = try reader.take(line, number: number) { try give(found) }
            }
            if let found = try reader.finish() { try give(found) }
            if !sawFirst { try header(nil) }
        }
    }
}
