public import UnicodeText

/// Writes JSON in the order it is told, on one line.
///
/// Line separators (U+2028, U+2029) are escaped, so that one record stays one line for every reader.
public struct JSONWriter: Sendable {
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    public init() {}

    /// Takes back what was written behind the end of a line, whatever is open there.
    ///
    /// - Parameter place: the number of bytes that stay.
    public mutating func removeAll(from place: Int) {
        bytes.removeSubrange(place...)
        needsComma = false
    }

    /// Gives away what is written so far, and goes on behind it.
    public mutating func takeBytes() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        return taken
    }

    public mutating func newline() {
        bytes.append(0x0A)
        needsComma = false
    }

    public mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
        try nested("{", "}", members)
    }

    public mutating func array(_ elements: (inout JSONWriter) throws -> Void) rethrows {
        try nested("[", "]", elements)
    }

    private mutating func nested(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        separate()
        bytes.append(open)
        needsComma = false
        try body(&self)
        bytes.append(close)
        needsComma = true
    }

    public mutating func key(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    public mutating func string(_ text: UTF8Text) {
        separate()
        text.bytes.withUnsafeBufferPointer { quote($0) }
        needsComma = true
    }

    public mutating func string(_ text: String) {
        separate()
        quote(text)
        needsComma = true
    }

    public mutating func number(_ value: Int) { raw("\(value)".utf8) }

    /// A number rounded to a few decimals, so that the same value always gives the same digits.
    public mutating func number(_ value: Double, decimals: Int) {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let rounded = Int((value * scale).rounded())
        let whole = abs(rounded) / Int(scale)
        let digits = String(abs(rounded) % Int(scale))
        let fraction = String(repeating: "0", count: decimals - digits.utf8.count) + digits
        raw("\(rounded < 0 ? "-" : "")\(whole).\(fraction)".utf8)
    }

    public mutating func bool(_ value: Bool) { raw((value ? "true" : "false").utf8) }
    public mutating func null() { raw("null".utf8) }

    /// A value read before, unchanged.
    public mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let value): bool(value)
        case .number(let digits): raw(digits.bytes)
        case .string(let text): string(text)
        case .array(let values):
            array { for each in values { $0.value(each) } }
        case .object(let members):
            object {
                for each in members {
                    $0.key(each.name.description)
                    $0.value(each.value)
                }
            }
        }
    }

    private mutating func raw(_ digits: some Sequence<UInt8>) {
        separate()
        bytes.append(contentsOf: digits)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func quote(_ text: String) {
        var text = text
        text.withUTF8 { quote($0) }
    }

    private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        var position = 0
        while position < text.count {
            let length = Self.isPlain(text[position]) ? 0 : Self.escaped(text, at: position)
            guard length > 0 else {
                position += 1
                continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<position]))
            escape(text[position + length - 1])
            position += length
            start = position
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
        bytes.append(UInt8(ascii: "\""))
    }

    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte < 0x7F
    }

    /// How many bytes the character takes that has to be escaped; 0 if it has not.
    @inline(__always)
    private static func escaped(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        if text[position] <= 0x7F { return 1 }
        guard text[position] == 0xE2, position + 2 < text.count, text[position + 1] == 0x80 else { return 0 }
        return text[position + 2] | 1 == 0xA9 ? 3 : 0
    }

    /// - Parameter byte: the last of a character.
    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        case 0xA8: bytes.append(contentsOf: "\\u2028".utf8)
        case 0xA9: bytes.append(contentsOf: "\\u2029".utf8)
        default:
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(Self.digits[Int(byte >> 4)])
            bytes.append(Self.digits[Int(byte & 15)])
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
