internal import ByteXML
internal import UnicodeText

/// Cuts a CSV (RFC 4180) or TSV text into rows.
///
/// A cell that begins with a quote ends with one, and may hold separators, line breaks and doubled quotes. In TSV, where
/// most programs quote nothing, a cell is quoted only if its last byte is a quote too. Empty lines are passed over. O(n).
struct TableParser {
    private var bytes: [UInt8]
    /// Whether no more text comes behind them.
    private var isLast: Bool
    /// Where they begin in the text.
    private var base = 0
    private let separator: UInt8
    private let isTab: Bool
    private let limits: XMLLimits
    private let file: String?
    private var offset = 0
    private var line = 1

    /// Cells of one row. Spreadsheets have 16,384 columns at most.
    private static let most = 16_384

    /// - Parameters:
    ///   - isLast: whether that is all of the text; otherwise `append` brings the rest.
    ///   - start: where the first row begins; the line before it, if any, counts.
    ///   - limits: bytes of a cell (`text`) and of a row (`unit`).
    init(
        _ text: [UInt8], isLast: Bool = true, separator: TableSeparator, from start: Int = 0,
        limits: XMLLimits = XMLLimits(), file: String?
    ) {
        bytes = text
        self.isLast = isLast
        offset = start
        line = start > 0 ? 2 : 1
        self.separator = separator.byte
        isTab = separator == .tab
        self.limits = limits
        self.file = file
    }

    /// Bytes that no row was made of yet.
    var pending: Int { bytes.count - offset }

    /// Takes more of the text.
    mutating func append(_ text: [UInt8], isLast: Bool) {
        bytes.removeFirst(offset)
        base += offset
        offset = 0
        bytes += text
        self.isLast = isLast
    }

    /// The next row; `nil` at the end of the text, or where it does not end in what is there of it.
    mutating func next() throws(Diagnostic) -> TableRow? {
        while offset < bytes.count {
            let start = (line: line, offset: offset)
            guard let (cells, ranges) = try row() else {
                (line, offset) = start
                // The last byte may be the first of the line's end.
                if pending > limits.unit + 1 { throw tooLong("the row", limits.unit) }
                return nil
            }
            if cells.count == 1, cells[0].isBlank { continue }
            return TableRow(
                line: start.line, cells: cells, range: base + start.offset..<base + offset, cellRanges: ranges)
        }
        return nil
    }

    private mutating func row() throws(Diagnostic) -> ([UTF8Text], [ByteRange])? {
        let (first, begin) = (line, offset)
        var cells: [UTF8Text] = []
        var ranges: [ByteRange] = []
        while true {
            let start = offset
            guard let cell = try cell(cells.count + 1) else { return nil }
            cells.append(cell)
            ranges.append(base + start..<base + offset)
            guard cells.count <= Self.most else {
                throw Diagnostic(
                    .error, code: "table.cells", file: file, line: first, message: "more than \(Self.most) cells")
            }
            guard offset - begin <= limits.unit else {
                line = first
                throw tooLong("the row", limits.unit)
            }
            guard offset < bytes.count else { return (cells, ranges) }
            let end = bytes[offset]
            offset += 1
            if end == separator { continue }
            if end == 0x0D {
                // The other half of the line's end may come with the next piece.
                guard offset < bytes.count || isLast else { return nil }
                if offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
            }
            line += 1
            return (cells, ranges)
        }
    }

    /// - Returns: `nil` where the cell may go on in text that is still to come.
    private mutating func cell(_ number: Int) throws(Diagnostic) -> UTF8Text? {
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\""), !isTab || isQuotedInTSV() {
            return try quoted(number)
        }
        let start = offset
        while offset < bytes.count, bytes[offset] != separator, bytes[offset] != 0x0A, bytes[offset] != 0x0D {
            offset += 1
        }
        let isCut = offset == bytes.count && !isLast
        // Of a cell that turns out to be quoted the quotes do not count.
        if isCut, bytes[start..<offset].first == UInt8(ascii: "\"") { return nil }
        if offset - start > limits.text { throw tooLong("column \(number)", limits.text) }
        if isCut { return nil }
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

    private mutating func quoted(_ number: Int) throws(Diagnostic) -> UTF8Text? {
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
            guard offset < bytes.count || isLast else { return nil }
            guard offset == bytes.count || bytes[offset] == separator || bytes[offset] == 0x0A || bytes[offset] == 0x0D
            else {
                throw Diagnostic(
                    .error, code: "table.quote", file: file, line: line,
                    message: "column \(number): text after a closing quote",
                    hint: "double the quotes inside a quoted cell")
            }
            guard text.count <= limits.text else {
                line = start
                throw tooLong("column \(number)", limits.text)
            }
            return UTF8Text(unchecked: text)
        }
        line = start
        guard text.count <= limits.text else { throw tooLong("column \(number)", limits.text) }
        guard isLast else { return nil }
        throw Diagnostic(
            .error, code: "table.quote", file: file, line: start,
            message: "column \(number): a quoted cell without an end",
            hint: "the quote that opens on this line is never closed")
    }

    private func tooLong(_ what: String, _ limit: Int) -> Diagnostic {
        Diagnostic(
            .error, code: "table.limit", file: file, line: line, message: "\(what) is longer than \(limit) bytes")
    }
}
