public import ByteXML
public import TranslationMemory
public import UnicodeText

/// Translations as a table: the first row names languages, every other row is a unit.
///
/// The first language column is the source. Further columns become properties `x-NAME` and notes. In TSV a tab or line
/// break inside a text is written as a blank, for few readers of TSV know quotes; CSV keeps it.
public enum BilingualTable {
    /// Reads a table to its end, which is held whole.
    ///
    /// - Throws: as the reading of bytes does, and what `source` throws.
    public static func read(
        _ source: ByteSource, file: String?, separator: TableSeparator? = nil, columns: TableColumns? = nil,
        report: (Diagnostic) -> Void = { _ in }, unit: (TranslationUnit) throws -> Void
    ) throws {
        var bytes: [UInt8] = []
        while case let piece = try source(), !piece.isEmpty { bytes += piece }
        try read(bytes, file: file, separator: separator, columns: columns, report: report, unit: unit)
    }

    /// Reads a table, unit by unit.
    ///
    /// A row without a text in any language is reported and passed over.
    /// - Parameters:
    ///   - separator: `nil` to tell it from the first line, or from Excel's line `sep=;`.
    ///   - columns: what the columns are, where the first row does not say.
    /// - Throws: a `Diagnostic` with the line for a table that is broken, and what `unit` throws.
    public static func read(
        _ bytes: [UInt8], file: String?, separator: TableSeparator? = nil, columns: TableColumns? = nil,
        report: (Diagnostic) -> Void = { _ in }, unit: (TranslationUnit) throws -> Void
    ) throws {
        var reader = try TableReader(bytes, separator: separator, columns: columns, file: file)
        let source = reader.header.languages.first
        while let row = try reader.next() {
            var variants: [Variant] = []
            var annotations: [Annotation] = []
            var attributes: [Attribute] = []
            for (column, cell) in zip(reader.header.columns, row.cells) where !cell.trimmed.isEmpty {
                switch column {
                case .language(let language): variants.append(Variant(language: language, segment: InlineText(cell)))
                case .id: attributes.append(Attribute("tuid", cell.description))
                case .note: annotations.append(.note(cell.description))
                case .ignored: break
                case .other(let name): annotations.append(.property("x-\(name)", cell.description))
                default: annotations.append(.property("x-\(column)", cell.description))
                }
            }
            guard !variants.isEmpty else {
                report(
                    Diagnostic(
                        .warning, code: "table.empty-row", file: file, line: row.line,
                        message: "no text in any language; the row was left out"))
                continue
            }
            try unit(
                TranslationUnit(
                    sourceLanguage: source, variants: variants, attributes: attributes, annotations: annotations,
                    origin: Origin(.import, name: file)))
        }
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
                cells.append(cell.trimmed.isEmpty ? UTF8Text() : cell)
            }
            // An empty line is no row to any reader.
            if cells.contains(where: { !$0.isEmpty }) { try output.row(cells) }
        }

        public mutating func finish() throws { try output.flush() }
    }
}
