public import ByteXML
public import TranslationMemory
public import UnicodeText

/// Reads TMX 1.1 to 1.4b, levels 1 and 2, unit by unit in bounded memory.
public struct TMXReader {
    private let file: String?
    public var limits = XMLLimits()
    /// Whether units in plain form are taken apart the quicker way; tests hold both ways against each other.
    package var takesPlainElements = true

    /// - Parameter file: the name to use in messages.
    public init(file: String?) { self.file = file }

    /// Reads a file to its end.
    ///
    /// A unit or variant that cannot be used (no language, no segment) is reported and passed over; a file that is not
    /// well-formed or no TMX throws a `Diagnostic`, and units handed over before must then not be kept.
    public func read(
        _ source: ByteSource, report: (Diagnostic) -> Void = { _ in }, header: (TMXHeader) throws -> Void = { _ in },
        unit: (TranslationUnit) throws -> Void
    ) throws {
        try withoutActuallyEscaping(report) { report in
            try withoutActuallyEscaping(header) { header in
                try withoutActuallyEscaping(unit) { unit in
                    let handler = TMXHandler(
                        TMXUnitBuilder(
                            file: file, limits: limits, report: report, foundHeader: header, foundUnit: unit))
                    let end = try XMLSource.parse(
                        source, file: file, limits: limits, takesPlainElements: takesPlainElements, handler: handler)
                    try handler.finish(at: end)
                }
            }
        }
    }
}
