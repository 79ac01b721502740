internal import UnicodeText

/// Reads a table's rows under its header, in any encoding.
struct TableReader {
    let header: TableHeader
    private var parser: TableParser
    private let file: String?

    /// - Parameter separator: `nil` to tell it from the first line.
    init(_ bytes: [UInt8], separator: TableSeparator?, file: String?) throws(Diagnostic) {
        let text = try Self.decoded(bytes, file: file)
        let separator = separator ?? Self.separator(of: text)
        self.file = file
        parser = TableParser(text, separator: separator, file: file)
        guard let first = try parser.next() else {
            throw Diagnostic(.error, code: "table.empty", file: file, line: 1, message: "the table is empty")
        }
        header = try TableHeader(first, file: file)
    }

    /// The next row, with as many cells as the header has at most.
    mutating func next() throws(Diagnostic) -> TableRow? {
        guard let row = try parser.next() else { return nil }
        guard row.cells.count <= header.columns.count else {
            throw Diagnostic(
                .error, code: "table.cells", file: file, line: row.line,
                message: "\(row.cells.count) cells, but the first row names \(header.columns.count) columns",
                hint: "quote cells that hold the separator, or name the column")
        }
        return row
    }

    /// A tab in the first line decides; a comma is a letter of many sentences.
    static func separator(of text: UTF8Text) -> TableSeparator {
        text.bytes.prefix { $0 != 0x0A }.contains(0x09) ? .tab : .comma
    }

    private static func decoded(_ bytes: [UInt8], file: String?) throws(Diagnostic) -> UTF8Text {
        guard let guess = EncodingDetector.detect(bytes) else {
            throw Diagnostic(.error, code: "encoding.binary", file: file, message: "this is no text")
        }
        do {
            return try CharacterDecoder.decode(bytes, from: guess.markLength, encoding: guess.encoding).text
        } catch {
            throw Diagnostic(.error, code: "encoding.converter", file: file, message: "\(error)")
        }
    }
}
