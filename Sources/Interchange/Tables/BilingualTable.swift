public import ByteXML
public import TranslationMemory
public import UnicodeText

/// Translations as a table: the first row names languages, every other row is a unit.
///
/// The first language column is the source. Further columns become properties `x-NAME` and notes. In TSV a tab or line
/// break inside a text is written as a blank, for few readers of TSV know quotes; CSV keeps it.
public enum BilingualTable {
    /// Reads a table to its end, row by row in bounded memory.
    ///
    /// A row without a text in any language is reported and passed over.
    /// - Parameters:
    ///   - separator: `nil` to tell it from the first line, or from Excel's line `sep=;`.
    ///   - columns: what the columns are, where the first row does not say.
    ///   - limits: those that matter here are bytes of a cell (`text`) and of a row (`unit`).
    /// - Throws: a `Diagnostic` with the line for a table that is broken, and what the closures throw; what was handed over
    ///   before must then not be kept.
    public static func read(
        _ source: ByteSource, file: String?, separator: TableSeparator? = nil, columns: TableColumns? = nil,
        limits: XMLLimits = XMLLimits(), report: (Diagnostic) -> Void = { _ in },
        unit: (TranslationUnit) throws -> Void
    ) throws {
        try withoutActuallyEscaping(source) { source in
            var reader = try TableReader(source, separator: separator, columns: columns, limits: limits, file: file)
            while let row = try reader.next() {
                if let found = self.unit(of: row, reader.header, file) {
                    try unit(found)
                } else {
                    report(
                        Diagnostic(
                            .warning, code: "table.empty-row", file: file, line: row.line,
                            message: "no text in any language; the row was left out"))
                }
            }
        }
    }

    /// Reads a table that is at hand whole.
    public static func read(
        _ bytes: [UInt8], file: String?, separator: TableSeparator? = nil, columns: TableColumns? = nil,
        report: (Diagnostic) -> Void = { _ in }, unit: (TranslationUnit) throws -> Void
    ) throws {
        try read(
            WholeFile.source(bytes), file: file, separator: separator, columns: columns, report: report, unit: unit)
    }

    /// What a row says; `nil` for one without a text in any language.
    private static func unit(of row: TableRow, _ header: TableHeader, _ file: String?) -> TranslationUnit? {
        var variants: [Variant] = []
        var annotations: [Annotation] = []
        var attributes: [Attribute] = []
        for (column, cell) in zip(header.columns, row.cells) where !cell.isBlank {
            switch column {
            case .language(let language): variants.append(Variant(language: language, segment: InlineText(cell)))
            case .id: attributes.append(Attribute("tuid", cell.description))
            case .note: annotations.append(.note(cell.description))
            case .ignored: break
            case .other(let name): annotations.append(.property("x-\(name)", cell.description))
            default: annotations.append(.property("x-\(column)", cell.description))
            }
        }
        guard !variants.isEmpty else { return nil }
        return TranslationUnit(
            sourceLanguage: header.languages.first, variants: variants, attributes: attributes,
            annotations: annotations, origin: Origin(.import, name: file))
    }

    /// Writes units as rows, one column a language.
    public struct Writer {
        private let languages: [LanguageTag]
        private var output: TableOutput

        /// Control characters left out, for a table that holds them is not read as text.
        public var droppedCharacters: Int { output.dropped }

        /// Begins a table: writes its first row.
        public init(separator: TableSeparator, languages: [LanguageTag], to sink: @escaping ByteSink) throws {
            self.languages = languages
            output = TableOutput(separator: separator, to: sink)
            try output.row(languages.map { UTF8Text($0.description) })
        }

        /// Writes a unit's first variant in each language, codes left out; no row where that leaves nothing.
        public mutating func write(_ unit: TranslationUnit) throws {
            var cells: [UTF8Text] = []
            for language in languages {
                let text = unit.variants(in: language).first?.segment.text ?? UTF8Text()
                let cell = output.withoutControls(text)
                // Blanks alone are no text to the reader.
                cells.append(cell.isBlank ? UTF8Text() : cell)
            }
            // An empty line is no row to any reader.
            if cells.contains(where: { !$0.isEmpty }) { try output.row(cells) }
        }

        public mutating func finish() throws { try output.flush() }
    }
}
