public import UnicodeText

/// What the columns of a table are, where its first row does not say.
///
/// By position, `en,fr,note,-`: the table has no first row of names. By name, `English=en,Français=fr`: columns of those
/// names are these, the others are what their names say. `-` passes a column over, `x-NAME` keeps it under that name.
public struct TableColumns: Sendable {
    enum Layout {
        case byPosition([TableColumn])
        case byName([(name: UTF8Text, column: TableColumn)])
    }

    let layout: Layout
    /// Whether the first row is passed over where columns are told by position.
    public var skipsFirstRow: Bool

    /// Reads a list with commas between; an entry with a comma in it stands in double quotes.
    ///
    /// - Throws: a `Diagnostic` that names the entry.
    public init(_ list: String, skipsFirstRow: Bool = false) throws(Diagnostic) {
        self.skipsFirstRow = skipsFirstRow
        var parser = TableParser(Array(list.utf8), separator: .comma, file: nil)
        let entries = try parser.next()?.cells.map(\.trimmed) ?? []
        var named: [(name: UTF8Text, column: TableColumn)] = []
        var placed: [TableColumn] = []
        for (index, entry) in entries.enumerated() {
            let mark = entry.bytes.lastIndex(of: UInt8(ascii: "="))
            let word = mark.map { entry[$0 + 1..<entry.count].trimmed } ?? entry
            guard let column = TableColumn(asked: word.description) else {
                throw Self.wrong(
                    "entry \(index + 1), \"\(entry)\": \"\(word)\" is neither a language nor a kind of column",
                    "kinds are \(TableColumn.kinds); - passes a column over, x-NAME keeps it under a name")
            }
            if let mark { named.append((entry[0..<mark].trimmed, column)) } else { placed.append(column) }
        }
        guard named.isEmpty || placed.isEmpty else {
            throw Self.wrong(
                "columns are given by position and by name", "either en,fr,note or English=en,Français=fr")
        }
        guard (placed + named.map(\.column)).contains(where: { $0.language != nil }) else {
            throw Self.wrong("no column is a language", "en,fr,note or English=en,Français=fr")
        }
        guard named.isEmpty || !skipsFirstRow else {
            throw Self.wrong("columns are given by name, so the first row is read", nil)
        }
        layout = named.isEmpty ? .byPosition(placed) : .byName(named)
    }

    private static func wrong(_ message: String, _ hint: String?) -> Diagnostic {
        Diagnostic(.error, code: "table.columns", message: message, hint: hint)
    }
}
