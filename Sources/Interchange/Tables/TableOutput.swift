public import ByteXML
public import UnicodeText

/// Writes rows: CSV by RFC 4180 with line feeds, TSV with quotes only where a cell would not come back without them.
///
/// Control characters but tabs and line breaks are left out and counted: they make other programs, and our own reader,
/// take the table for binary data or for an encoding with escapes.
public struct TableOutput {
    private let sink: ByteSink
    private let separator: UInt8
    private var buffer: [UInt8] = []
    /// Characters left out so far.
    public private(set) var dropped = 0

    public init(separator: TableSeparator, to sink: @escaping ByteSink) {
        self.sink = sink
        self.separator = separator.byte
    }

    /// Writes a row.
    public mutating func row(_ cells: [UTF8Text]) throws {
        let kept = cells.map { withoutControls($0) }
        Self.append(kept, separator, to: &buffer)
        if buffer.count >= 64 * 1024 { try flush() }
    }

    /// Writes a row.
    ///
    /// - Parameter quotes: whether readers know of quotes.
    static func append(_ cells: [UTF8Text], _ separator: UInt8, quotes: Bool = true, to buffer: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { buffer.append(separator) }
            if quotes { append(cell, separator, to: &buffer) } else { buffer += cell.bytes }
        }
        buffer.append(0x0A)
    }

    /// Writes a cell, in quotes where it would not come back without them.
    static func append(_ cell: UTF8Text, _ separator: UInt8, to buffer: inout [UInt8]) {
        let isSpecial = cell.bytes.contains { $0 == separator || $0 == 0x0A || $0 == 0x0D }
        guard
            isSpecial || cell.bytes.first == UInt8(ascii: "\"")
                || separator != 0x09 && cell.bytes.contains(UInt8(ascii: "\""))
        else { return buffer.append(contentsOf: cell.bytes) }
        buffer.append(UInt8(ascii: "\""))
        for byte in cell.bytes {
            if byte == UInt8(ascii: "\"") { buffer.append(byte) }
            // A quoted TSV cell stays on its line.
            buffer.append(separator == 0x09 && (byte == 0x09 || byte == 0x0A || byte == 0x0D) ? 0x20 : byte)
        }
        buffer.append(UInt8(ascii: "\""))
    }

    /// A cell as it will be written.
    mutating func withoutControls(_ cell: UTF8Text) -> UTF8Text {
        guard cell.bytes.contains(where: Self.isControl) else { return cell }
        let kept = cell.bytes.filter { !Self.isControl($0) }
        dropped += cell.count - kept.count
        return UTF8Text(unchecked: kept)
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
    }

    /// Hands on what is not written yet.
    public mutating func flush() throws {
        try buffer.withUnsafeBufferPointer(sink)
        buffer.removeAll(keepingCapacity: true)
    }
}
