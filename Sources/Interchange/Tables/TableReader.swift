internal import ByteXML
internal import UnicodeText

/// Reads a table's rows under its header, in any encoding.
struct TableReader {
    let header: TableHeader
    private var rows: TableRows
    private let file: String?

    var separator: TableSeparator { rows.separator }
    /// The encoding and the length of the byte order mark; final at the end.
    var encoding: (name: String, markLength: Int) { rows.encoding }

    /// - Parameters:
    ///   - separator: `nil` to tell it from the first line.
    ///   - columns: what the columns are, where the first row does not say.
    init(
        _ source: @escaping ByteSource, separator: TableSeparator?, columns: TableColumns? = nil,
        limits: XMLLimits = XMLLimits(), file: String?
    ) throws {
        self.file = file
        rows = try TableRows(DecodedText(source, file: file), separator: separator, limits: limits, file: file)
        switch columns?.layout {
        case .byPosition(let all):
            header = TableHeader(all)
            if columns?.skipsFirstRow ?? false { _ = try rows.next() }
        case .byName(let given):
            header = try TableHeader(Self.first(&rows, file), given: given, file: file)
        case nil:
            header = try TableHeader(Self.first(&rows, file), file: file)
        }
    }

    private static func first(_ rows: inout TableRows, _ file: String?) throws -> TableRow {
        guard let row = try rows.next() else {
            throw Diagnostic(.error, code: "table.empty", file: file, line: 1, message: "the table is empty")
        }
        return row
    }

    /// The next row, with as many cells as the header has at most.
    mutating func next() throws -> TableRow? {
        guard let row = try rows.next() else { return nil }
        // What Excel leaves behind the last column is empty.
        guard row.cells.dropFirst(header.columns.count).allSatisfy({ $0.isBlank }) else {
            throw Diagnostic(
                .error, code: "table.cells", file: file, line: row.line,
                message: "\(row.cells.count) cells, but there are \(header.columns.count) columns",
                hint: "quote cells that hold the separator, or name the column")
        }
        return row
    }
}
