/// A JSON value whose texts are bytes and whose objects keep order and repeated names.
enum JSONValue {
    case null
    /// As it is written.
    case number([UInt8])
    case string([UInt8])
    case array([JSONValue])
    case object([(name: [UInt8], value: JSONValue)])

    static func string(_ text: String) -> JSONValue { .string(Array(text.utf8)) }
    static func number(_ number: some BinaryInteger) -> JSONValue { .number(Array(String(number).utf8)) }

    subscript(_ name: StaticString) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { member in
            name.withUTF8Buffer { $0.elementsEqual(member.name) }
        }?.value
    }

    var bytes: [UInt8]? {
        if case .string(let bytes) = self { bytes } else { nil }
    }

    var text: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

    var integer: Int64? {
        if case .number(let digits) = self { Int64(String(decoding: digits, as: UTF8.self)) } else { nil }
    }

    var double: Double? {
        if case .number(let digits) = self { Double(String(decoding: digits, as: UTF8.self)) } else { nil }
    }

    var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    var members: [(name: [UInt8], value: JSONValue)]? {
        if case .object(let members) = self { members } else { nil }
    }
}

extension JSONValue {
    /// JSON without white space; the same value gives the same bytes.
    var encoded: [UInt8] {
        var output: [UInt8] = []
        append(to: &output)
        return output
    }

    private func append(to output: inout [UInt8]) {
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .number(let digits): output.append(contentsOf: digits)
        case .string(let bytes): Self.append(bytes, to: &output)
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
                Self.append(member.name, to: &output)
                output.append(0x3A)
                member.value.append(to: &output)
            }
            output.append(0x7D)
        }
    }

    private static func append(_ bytes: [UInt8], to output: inout [UInt8]) {
        output.append(0x22)
        for byte in bytes {
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
        output.append(0x22)
    }

    private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
}
