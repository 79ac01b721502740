package import UnicodeText

/// Where written bytes go.
public typealias ByteSink = (UnsafeBufferPointer<UInt8>) throws -> Void

/// Writes well-formed XML in UTF-8 to a sink, a buffer at a time.
///
/// Characters outside XML's Char (XML 1.0, section 2.2) are left out and counted, for one of them makes other tools
/// refuse the whole file.
package struct XMLWriter {
    private let sink: ByteSink
    private var buffer: [UInt8] = []
    /// Characters left out so far.
    package private(set) var dropped = 0

    package init(_ sink: @escaping ByteSink) { self.sink = sink }

    /// Markup as it is.
    package mutating func raw(_ markup: String) throws {
        buffer.append(contentsOf: markup.utf8)
        if buffer.count >= 64 * 1024 { try flush() }
    }

    /// Text of an element.
    package mutating func text(_ text: UTF8Text) throws { try escape(text.bytes, inAttribute: false) }
    package mutating func text(_ text: String) throws { try escape(Array(text.utf8), inAttribute: false) }

    /// ` name="value"`
    package mutating func attribute(_ name: String, _ value: String) throws {
        try raw(" \(name)=\"")
        try escape(Array(value.utf8), inAttribute: true)
        try raw("\"")
    }

    /// Hands the rest to the sink.
    package mutating func flush() throws {
        try buffer.withUnsafeBufferPointer(sink)
        buffer.removeAll(keepingCapacity: true)
    }

    private mutating func escape(_ bytes: [UInt8], inAttribute: Bool) throws {
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            switch byte {
            case UInt8(ascii: "&"): buffer.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): buffer.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): buffer.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\"") where inAttribute: buffer.append(contentsOf: "&quot;".utf8)
            // Parsers make a carriage return a line feed, and blanks of both in attributes, unless they are references.
            case 0x0D: buffer.append(contentsOf: "&#13;".utf8)
            case 0x0A where inAttribute: buffer.append(contentsOf: "&#10;".utf8)
            case 0x09 where inAttribute: buffer.append(contentsOf: "&#9;".utf8)
            case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F: dropped += 1
            case 0xEF where offset + 2 < bytes.count && bytes[offset + 1] == 0xBF && bytes[offset + 2] >= 0xBE:
                // U+FFFE and U+FFFF.
                dropped += 1
                offset += 2
            default: buffer.append(byte)
            }
            offset += 1
        }
        if buffer.count >= 64 * 1024 { try flush() }
    }
}
