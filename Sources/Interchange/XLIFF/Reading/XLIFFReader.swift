public import ByteXML
public import UnicodeText

/// Reads XLIFF 1.0 to 1.2 and 2.0 to 2.2, unit by unit in bounded memory.
public struct XLIFFReader {
    private let file: String?
    public var limits = XMLLimits()
    /// Whether elements that are of no use to a memory (skeletons, headers, binary units) are given too.
    public var keepsEverything = true

    /// - Parameter file: the name to use in messages.
    public init(file: String?) { self.file = file }

    /// Reads a file to its end.
    ///
    /// A unit that cannot be used is reported and given as `.other`; a file that is not well-formed or no XLIFF throws a
    /// `Diagnostic`, and what was handed over before must then not be kept.
    public func read(
        _ source: ByteSource, report: (Diagnostic) -> Void = { _ in }, event: (XLIFFEvent) throws -> Void
    ) throws {
        try withoutActuallyEscaping(report) { report in
            try withoutActuallyEscaping(event) { event in
                let handler = XLIFFHandler(
                    file: file, limits: limits, keepsEverything: keepsEverything, report: report, found: event)
                let end = try XMLSource.parse(source, file: file, limits: limits, handler: handler)
                try handler.finish(at: end)
            }
        }
    }
}
