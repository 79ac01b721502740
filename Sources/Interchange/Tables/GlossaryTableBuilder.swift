internal import Terminology
internal import UnicodeText

/// Builds a glossary out of a table's rows.
struct GlossaryTableBuilder {
    private(set) var glossary: Glossary
    private let file: String?
    private var places: [UTF8Text: Int] = [:]
    private var number = 0
    private var known = KnownTerms()

    init(name: String, file: String?) {
        glossary = Glossary(name: name)
        self.file = file
    }

    /// - Returns: the index of the concept the row belongs to, `nil` for a row without terms.
    mutating func add(
        _ row: TableRow, _ header: TableHeader, _ report: (Diagnostic) -> Void
    ) throws(Diagnostic) -> Int? {
        number += 1
        let parsed = try GlossaryRow(row, header, file: file)
        guard !parsed.terms.isEmpty else {
            report(
                Diagnostic(
                    .warning, code: "table.empty-row", file: file, line: row.line,
                    message: "no term in any language; the row was left out"))
            return nil
        }
        let id = parsed.id ?? UTF8Text("\(number)")
        let place = places[id] ?? glossary.concepts.count
        if place == glossary.concepts.count {
            places[id] = place
            glossary.concepts.append(Concept(id: id.description))
        }
        parsed.add(to: &glossary.concepts[place], at: place, &known)
        return place
    }
}
