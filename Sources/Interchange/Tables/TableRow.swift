internal import UnicodeText

/// A row of a table.
struct TableRow {
    /// The line it begins on, one-based.
    let line: Int
    let cells: [UTF8Text]
    /// Its bytes in the text, the line's end included.
    let range: ByteRange
    /// The bytes of each cell as written, with its quotes.
    let cellRanges: [ByteRange]
}
