internal import UnicodeText

/// Cuts a CSV (RFC 4180) or TSV text into rows.
///
/// A cell that begins with a quote ends with one, and may hold separators, line breaks and doubled quotes. In TSV, where
/// most programs quote nothing, a cell is quoted only if its last byte is a quote too. Empty lines are passed over. O(n).
struct TableParser {
    private let bytes: [UInt8]
    private let separator: UInt8
    private let isTab: Bool
    private let file: String?
    private var offset = 0
    private var line = 1

    /// - Parameter start: where the first row begins; the line before it, if any, counts.
    init(_ text: UTF8Text, separator: TableSeparator, from start: Int = 0, file: String?) {
        bytes = text.bytes
        offset = start
        line = start > 0 ? 2 : 1
        self.separator = separator.byte
        isTab = separator == .tab
        self.file = file
    }

    /// The next row, `nil` at the end.
    mutating func next() throws(Diagnostic) -> TableRow? {
        while offset < bytes.count {
            let start = (line, offset)
            let (cells, ranges) = try row()
            if cells.count == 1, cells[0].trimmed.isEmpty { continue }
            return TableRow(line: start.0, cells: cells, range: start.1..<offset, cellRanges: ranges)
        }
        return nil
    }

    private mutating func row() throws(Diagnostic) -> ([UTF8Text], [ByteRange]) {
        var cells: [UTF8Text] = []
        var ranges: [ByteRange] = []
        while true {
            let start = offset
            cells.append(try cell(cells.count + 1))
            ranges.append(start..<offset)
            guard offset < bytes.count else { return (cells, ranges) }
            let end = bytes[offset]
            offset += 1
            if end == separator { continue }
            if end == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
            line += 1
            return (cells, ranges)
        }
    }

    private mutating func cell(_ number: Int) throws(Diagnostic) -> UTF8Text {
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\""), !isTab || isQuotedInTSV() {
            return try quoted(number)
        }
        let start = offset
        while offset < bytes.count, bytes[offset] != separator, bytes[offset] != 0x0A, bytes[offset] != 0x0D {
            offset += 1
        }
        return UTF8Text(unchecked: bytes[start..<offset])
    }

    /// Whether the cell's last byte on this line is a quote.
    private func isQuotedInTSV() -> Bool {
        var end = offset + 1
        while end < bytes.count, bytes[end] != separator, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        guard end - offset >= 2, bytes[end - 1] == UInt8(ascii: "\"") else { return false }
        // Quotes inside are doubled, or it is a text that happens to begin and end with one.
        var index = offset + 1
        while index < end - 1 {
            if bytes[index] == UInt8(ascii: "\"") {
                guard index + 1 < end - 1, bytes[index + 1] == UInt8(ascii: "\"") else { return false }
                index += 1
            }
            index += 1
        }
        return true
    }

    private mutating func quoted(_ number: Int) throws(Diagnostic) -> UTF8Text {
        let start = line
        offset += 1
        var text: [UInt8] = []
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            guard byte == UInt8(ascii: "\"") else {
                if byte == 0x0A { line += 1 }
                text.append(byte)
                continue
            }
            if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
                text.append(byte)
                offset += 1
                continue
            }
            guard offset == bytes.count || bytes[offset] == separator || bytes[offset] == 0x0A || bytes[offset] == 0x0D
            else {
                throw Diagnostic(
                    .error, code: "table.quote", file: file, line: line,
                    message: "column \(number): text after a closing quote",
                    hint: "double the quotes inside a quoted cell")
            }
            return UTF8Text(unchecked: text)
        }
        throw Diagnostic(
            .error, code: "table.quote", file: file, line: start,
            message: "column \(number): a quoted cell without an end",
            hint: "the quote that opens on this line is never closed")
    }
}
