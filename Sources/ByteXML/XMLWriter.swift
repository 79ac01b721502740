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
        append(markup)
        if buffer.count >= 64 * 1024 { try flush() }
    }

    /// Text of an element.
    package mutating func text(_ text: UTF8Text) throws {
        try text.bytes.withUnsafeBufferPointer { try escape($0, inAttribute: false) }
    }

    package mutating func text(_ text: String) throws {
        var text = text
        try text.withUTF8 { try escape($0, inAttribute: false) }
    }

    /// ` name="value"`
    package mutating func attribute(_ name: String, _ value: String) throws {
        buffer.append(0x20)
        append(name)
        try endAttribute(value)
    }

    /// The same for a name that is known beforehand.
    package mutating func attribute(_ name: StaticString, _ value: String) throws {
        buffer.append(0x20)
        append(name)
        try endAttribute(value)
    }

    private mutating func endAttribute(_ value: String) throws {
        append("=\"" as StaticString)
        var value = value
        try value.withUTF8 { try escape($0, inAttribute: true) }
        buffer.append(UInt8(ascii: "\""))
    }

    /// Hands the rest to the sink.
    package mutating func flush() throws {
        try buffer.withUnsafeBufferPointer(sink)
        buffer.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ markup: String) {
        var markup = markup
        markup.withUTF8 { buffer.append(contentsOf: $0) }
    }

    private mutating func append(_ markup: StaticString) {
        buffer.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    private mutating func escape(_ bytes: UnsafeBufferPointer<UInt8>, inAttribute: Bool) throws {
        var offset = 0
        while offset < bytes.count {
            let start = offset
            offset = Self.skippingPlain(bytes, from: start)
            if offset > start { buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<offset])) }
            guard offset < bytes.count else { break }
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

    /// The first offset from another on of a byte that may not be written as it is, wherever it stands; the end if there
    /// is none.
    private static func skippingPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var offset = start
        while offset + ByteLanes.count <= raw.count {
            let vector = ByteLanes(raw, at: offset).vector
            let others = (vector .< ByteLanes.all(0x20)) .| (vector .== ByteLanes.all(0xEF))
            let quotes = (vector .== ByteLanes.all(UInt8(ascii: "&"))) .| (vector .== ByteLanes.all(UInt8(ascii: "\"")))
            let brackets = (vector | ByteLanes.all(0x02)) .== ByteLanes.all(UInt8(ascii: ">"))
            let found = ByteLanes.first(others .| quotes .| brackets)
            if found < ByteLanes.count { return offset + found }
            offset += ByteLanes.count
        }
        while offset < raw.count, isPlain(raw[offset]) { offset += 1 }
        return offset
    }

    /// Whether a byte is written as it is, wherever it stands.
    private static func isPlain(_ byte: UInt8) -> Bool {
        if byte > UInt8(ascii: ">") { return byte != 0xEF }
        return byte >= 0x20 && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
            && byte != UInt8(ascii: "\"")
    }
}
