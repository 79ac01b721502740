internal import UnicodeText

/// A row of a table and the line it begins on.
struct TableRow {
    let line: Int
    let cells: [UTF8Text]
}
