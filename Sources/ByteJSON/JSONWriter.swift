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
        quote(name.utf8)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    public mutating func string(_ text: UTF8Text) {
        separate()
        quote(text.bytes)
        needsComma = true
    }

    public mutating func string(_ text: String) {
        separate()
        quote(text.utf8)
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

    private mutating func quote(_ text: some Collection<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var previous: (UInt8, UInt8) = (0, 0)
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20, 0x7F:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(Self.digits[Int(byte >> 4)])
                bytes.append(Self.digits[Int(byte & 15)])
            case 0xA8, 0xA9:
                // E2 80 A8 and E2 80 A9 are the separators; their first two bytes are already out.
                if previous == (0xE2, 0x80) {
                    bytes.removeLast(2)
                    bytes.append(contentsOf: (byte == 0xA8 ? "\\u2028" : "\\u2029").utf8)
                } else {
                    bytes.append(byte)
                }
            default:
                bytes.append(byte)
            }
            previous = (previous.1, byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
