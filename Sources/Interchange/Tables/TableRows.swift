internal import ByteXML

/// The rows of a text that comes in pieces. Held at once is a row, or a megabyte.
struct TableRows {
    /// What stands between the cells.
    let separator: TableSeparator

    private var text: DecodedText
    private var parser: TableParser

    /// - Parameter separator: `nil` to tell it from the first line; Excel's line `sep=;` decides in any case.
    init(_ text: DecodedText, separator: TableSeparator?, limits: XMLLimits, file: String?) throws {
        self.text = text
        let head = try self.text.next()
        let declared = TableSeparator.declared(in: head)
        self.separator = declared?.separator ?? separator ?? TableSeparator(firstLineOf: head)
        parser = TableParser(
            head, isLast: self.text.isAtEnd, separator: self.separator, from: declared?.length ?? 0, limits: limits,
            file: file)
    }

    /// The encoding and the length of the byte order mark; final at the end.
    var encoding: (name: String, markLength: Int) { text.encoding }

    /// The next row, `nil` at the end.
    mutating func next() throws -> TableRow? {
        while true {
            if let row = try parser.next() { return row }
            if text.isAtEnd { return nil }
            // A row is begun anew with twice as much, so that a long one takes no quadratic time.
            var more = try text.next()
            while more.count < parser.pending, !text.isAtEnd { more += try text.next() }
            parser.append(more, isLast: text.isAtEnd)
        }
    }
}
