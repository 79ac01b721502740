public import ByteXML
public import Terminology
public import UnicodeText

/// A glossary as a table: the first row names languages and what else a column holds.
///
/// `id` (or `concept`) joins rows to one concept, otherwise every row is one. `subject`, `definition` and `note` speak
/// of the concept; `status`, `type`, `pos`, `reliability` and `source` of every term in the row. Other columns are kept
/// as data categories of the concept. The writer gives a row to each rank of terms, the preferred ones first.
public enum GlossaryTable {
    /// Reads a table.
    ///
    /// - Throws: a `Diagnostic` with the line for a table that is broken, or a status or type that is none.
    public static func read(
        _ bytes: [UInt8], name: String, file: String?, separator: TableSeparator? = nil,
        report: (Diagnostic) -> Void = { _ in }
    ) throws -> Glossary {
        var reader = try TableReader(bytes, separator: separator, file: file)
        var glossary = Glossary(name: name)
        var places: [UTF8Text: Int] = [:]
        var number = 0
        while let row = try reader.next() {
            number += 1
            let parsed = try GlossaryRow(row, reader.header, file: file)
            guard !parsed.terms.isEmpty else {
                report(
                    Diagnostic(
                        .warning, code: "table.empty-row", file: file, line: row.line,
                        message: "no term in any language; the row was left out"))
                continue
            }
            let id = parsed.id ?? UTF8Text("\(number)")
            let place = places[id] ?? glossary.concepts.count
            if place == glossary.concepts.count {
                places[id] = place
                glossary.concepts.append(Concept(id: id.description))
            }
            parsed.add(to: &glossary.concepts[place])
        }
        return glossary
    }

    /// Writes a glossary's terms in some languages.
    public static func write(
        _ glossary: Glossary, separator: TableSeparator, languages: [LanguageTag], to sink: @escaping ByteSink
    ) throws {
        var output = TableOutput(separator: separator, to: sink)
        try output.row((["concept", "subject", "status"] + languages.map(\.description)).map { UTF8Text($0) })
        for concept in glossary.concepts {
            for status in TermStatus.allCases {
                let terms = languages.map { concept.terms(in: $0).filter { $0.status == status } }
                for rank in 0..<(terms.map(\.count).max() ?? 0) {
                    let cells = terms.map { $0.indices.contains(rank) ? $0[rank].text : UTF8Text() }
                    try output.row(
                        [UTF8Text(concept.id), UTF8Text(concept.subjectField ?? ""), UTF8Text(status.rawValue)] + cells)
                }
            }
        }
        try output.flush()
    }
}
