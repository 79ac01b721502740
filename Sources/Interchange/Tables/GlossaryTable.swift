public import ByteXML
public import Terminology
public import UnicodeText

/// A glossary as a table: the first row names languages and what else a column holds.
///
/// `id` (or `concept`) joins rows to one concept, otherwise every row is one. `subject`, `definition` and `note` speak
/// of the concept; `status`, `type`, `pos`, `reliability`, `source` and `flags` of every term in the row. Other columns
/// are kept as data categories of the concept. The writer gives a row to each rank of terms, the preferred ones first,
/// and leaves out what a term has beside its status and flags.
public enum GlossaryTable {
    /// Reads a table.
    ///
    /// - Parameter limits: those that matter here are bytes of a cell (`text`) and of a row (`unit`).
    /// - Throws: a `Diagnostic` with the line for a table that is broken, or a status or type that is none; and what the
    ///   source throws.
    public static func read(
        _ source: ByteSource, name: String, file: String?, separator: TableSeparator? = nil,
        columns: TableColumns? = nil, limits: XMLLimits = XMLLimits(), report: (Diagnostic) -> Void = { _ in }
    ) throws -> Glossary {
        try withoutActuallyEscaping(source) { source in
            var reader = try TableReader(source, separator: separator, columns: columns, limits: limits, file: file)
            var builder = GlossaryTableBuilder(name: name, file: file)
            while let row = try reader.next() { _ = try builder.add(row, reader.header, report) }
            return builder.glossary
        }
    }

    /// Reads a table that is at hand whole.
    public static func read(
        _ bytes: [UInt8], name: String, file: String?, separator: TableSeparator? = nil,
        columns: TableColumns? = nil, report: (Diagnostic) -> Void = { _ in }
    ) throws -> Glossary {
        try read(
            WholeFile.source(bytes), name: name, file: file, separator: separator, columns: columns, report: report)
    }

    /// Writes a glossary's terms in some languages. Columns for flags, definitions and notes are there if anything is in
    /// them.
    public static func write(
        _ glossary: Glossary, separator: TableSeparator, languages: [LanguageTag], to sink: @escaping ByteSink
    ) throws {
        let hasFlags = glossary.concepts.contains { concept in
            !concept.isTranslatable
                || languages.contains { concept.terms(in: $0).contains { !$0.flags.isEmpty } }
        }
        let hasDefinitions = glossary.concepts.contains { $0.definition != nil }
        let hasNotes = glossary.concepts.contains { $0.note != nil }
        var output = TableOutput(separator: separator, to: sink)
        var names = ["concept", "subject", "status"]
        if hasFlags { names.append("flags") }
        if hasDefinitions { names.append("definition") }
        if hasNotes { names.append("note") }
        try output.row((names + languages.map(\.description)).map { UTF8Text($0) })
        for concept in glossary.concepts {
            var isFirst = true
            for row in rows(of: concept, languages) {
                var cells = [concept.id, concept.subjectField ?? "", row.status.rawValue]
                if hasFlags { cells.append(GlossaryRow.text(row.flags, isTranslatable: concept.isTranslatable)) }
                if hasDefinitions { cells.append(isFirst ? concept.definition ?? "" : "") }
                if hasNotes { cells.append(isFirst ? concept.note ?? "" : "") }
                isFirst = false
                try output.row(cells.map { UTF8Text($0) } + row.cells)
            }
        }
        try output.flush()
    }

    /// Terms that stand in one row: of one status, the same flags and the same rank in their languages.
    private static func rows(
        of concept: Concept, _ languages: [LanguageTag]
    ) -> [(status: TermStatus, flags: TermFlags, cells: [UTF8Text])] {
        var rows: [(status: TermStatus, flags: TermFlags, cells: [UTF8Text])] = []
        for status in TermStatus.allCases {
            let terms = languages.map { concept.terms(in: $0).filter { $0.status == status } }
            var kinds: [TermFlags] = []
            for term in terms.joined() where !kinds.contains(term.flags) { kinds.append(term.flags) }
            for flags in kinds {
                let terms = terms.map { $0.filter { $0.flags == flags } }
                for rank in 0..<(terms.map(\.count).max() ?? 0) {
                    rows.append(
                        (status, flags, terms.map { $0.indices.contains(rank) ? $0[rank].text : UTF8Text() }))
                }
            }
        }
        return rows
    }
}
