internal import UnicodeText

/// Reads a table's rows under its header, in any encoding.
struct TableReader {
    let header: TableHeader
    let separator: TableSeparator
    /// The whole table as UTF-8, which rows' ranges are of.
    let text: UTF8Text
    private var parser: TableParser
    private let file: String?

    /// - Parameters:
    ///   - separator: `nil` to tell it from the first line.
    ///   - columns: what the columns are, where the first row does not say.
    init(_ bytes: [UInt8], separator: TableSeparator?, columns: TableColumns? = nil, file: String?) throws(Diagnostic) {
        let text = try TableText.decode(bytes, encoding: nil, file: file)
        let declared = TableSeparator.declared(in: text)
        self.text = text
        self.file = file
        self.separator = declared?.separator ?? separator ?? TableSeparator(firstLineOf: text)
        parser = TableParser(text, separator: self.separator, from: declared?.length ?? 0, file: file)
        switch columns?.layout {
        case .byPosition(let all):
            header = TableHeader(all)
            if columns?.skipsFirstRow ?? false { _ = try parser.next() }
        case .byName(let given):
            header = try TableHeader(Self.first(&parser, file), given: given, file: file)
        case nil:
            header = try TableHeader(Self.first(&parser, file), file: file)
        }
    }

    private static func first(_ parser: inout TableParser, _ file: String?) throws(Diagnostic) -> TableRow {
        guard let row = try parser.next() else {
            throw Diagnostic(.error, code: "table.empty", file: file, line: 1, message: "the table is empty")
        }
        return row
    }

    /// The next row, with as many cells as the header has at most.
    mutating func next() throws(Diagnostic) -> TableRow? {
        guard let row = try parser.next() else { return nil }
        // What Excel leaves behind the last column is empty.
        guard row.cells.dropFirst(header.columns.count).allSatisfy({ $0.trimmed.isEmpty }) else {
            throw Diagnostic(
                .error, code: "table.cells", file: file, line: row.line,
                message: "\(row.cells.count) cells, but there are \(header.columns.count) columns",
                hint: "quote cells that hold the separator, or name the column")
        }
        return row
    }
}
