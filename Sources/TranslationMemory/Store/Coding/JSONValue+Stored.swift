internal import ByteJSON
internal import UnicodeText

/// JSON as a memory holds it.
extension JSONValue {
    /// What a memory holds; `nil` for bytes that are no JSON.
    static func stored(_ bytes: [UInt8]) -> JSONValue? { try? JSONReader.parse(bytes) }

    static func string(_ text: String) -> JSONValue { .string(UTF8Text(text)) }
    static func number(_ number: some BinaryInteger) -> JSONValue { .number(UTF8Text("\(number)")) }

    var text: String? { string?.description }

    var integer: Int? {
        if case .number(let digits) = self { Int(digits.description) } else { nil }
    }

    var double: Double? {
        if case .number(let digits) = self { Double(digits.description) } else { nil }
    }

    var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// JSON without white space and with as few escapes as there can be.
    ///
    /// The bytes are part of a unit's identity: another spelling of the same value would make every unit with inline
    /// codes a new one. O(n).
    var encoded: [UInt8] {
        var output: [UInt8] = []
        append(to: &output)
        return output
    }

    private func append(to output: inout [UInt8]) {
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let digits): output.append(contentsOf: digits.bytes)
        case .string(let text): Self.append(text.bytes, to: &output)
        case .array(let elements):
            output.append(0x5B)
            for (index, element) in elements.enumerated() {
                if index > 0 { output.append(0x2C) }
                element.append(to: &output)
            }
            output.append(0x5D)
        case .object(let members):
            output.append(0x7B)
            for (index, member) in members.enumerated() {
                if index > 0 { output.append(0x2C) }
                Self.append(member.name.bytes, to: &output)
                output.append(0x3A)
                member.value.append(to: &output)
            }
            output.append(0x7D)
        }
    }

    /// A string with its quotation marks.
    static func append(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
        output.append(0x22)
        let isPlain: Bool? = text.withContiguousStorageIfAvailable { bytes in
            // Nearly all are without anything to escape, and copied at once.
            guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) else { return false }
            output.append(contentsOf: bytes)
            return true
        }
        if isPlain != true { appendEscaped(text, to: &output) }
        output.append(0x22)
    }

    private static func appendEscaped(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
        for byte in text {
            switch byte {
            case 0x22, 0x5C:
                output.append(0x5C)
                output.append(byte)
            case 0..<0x20:
                output.append(contentsOf: "\\u00".utf8)
                output.append(hex(byte >> 4))
                output.append(hex(byte & 15))
            default: output.append(byte)
            }
        }
    }

    private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
}
