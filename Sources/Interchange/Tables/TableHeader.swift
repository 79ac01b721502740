internal import UnicodeText

/// Which column of a table is what.
struct TableHeader {
    let columns: [TableColumn]

    var languages: [LanguageTag] { columns.compactMap(\.language) }

    /// By position, without a row of names.
    init(_ columns: [TableColumn]) { self.columns = columns }

    /// By the names in the first row, some of which somebody gives a meaning.
    init(_ row: TableRow, given: [(name: UTF8Text, column: TableColumn)] = [], file: String?) throws(Diagnostic) {
        let names = row.cells.map(\.trimmed)
        var columns = names.map { TableColumn(named: $0.description) }
        for (name, column) in given {
            guard let place = names.firstIndex(of: name) else {
                throw Diagnostic(
                    .error, code: "table.column", file: file, line: row.line,
                    message: "the first row has no column \"\(name)\"",
                    hint: "it has " + names.prefix(20).map { "\"\($0)\"" }.joined(separator: ", "))
            }
            columns[place] = column
        }
        guard columns.contains(where: { $0.language != nil }) else {
            throw Diagnostic(
                .error, code: "table.no-language", file: file, line: row.line,
                message: "the first row names no language",
                hint: "name the columns by language tags (en<TAB>fr); import and glossary import take --columns")
        }
        self.columns = columns
    }

    /// A column in messages: `column 3 (status)`.
    func name(of index: Int) -> String { "column \(index + 1) (\(columns[index].name))" }
}
