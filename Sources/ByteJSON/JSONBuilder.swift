internal import UnicodeText

/// What a scanner makes of the values it meets.
protocol JSONBuilder {
    associatedtype Value
    associatedtype Member

    func string(_ text: JSONText, in bytes: [UInt8]) -> Value
    func number(_ range: ByteRange, in bytes: [UInt8]) -> Value
    /// `true`, `false`, `null`.
    func literal(_ range: ByteRange, in bytes: [UInt8]) -> Value
    func array(_ values: [Value]) -> Value
    func object(_ members: [Member]) -> Value
    func member(_ name: JSONText, _ value: Value, in bytes: [UInt8]) -> Member
}

/// Values that stand for themselves.
struct JSONValueBuilder: JSONBuilder {
    func string(_ text: JSONText, in bytes: [UInt8]) -> JSONValue { .string(text.decoded(in: bytes)) }
    func number(_ range: ByteRange, in bytes: [UInt8]) -> JSONValue { .number(UTF8Text(unchecked: bytes[range])) }
    func literal(_ range: ByteRange, in bytes: [UInt8]) -> JSONValue {
        switch bytes[range.lowerBound] {
        case UInt8(ascii: "t"): .bool(true)
        case UInt8(ascii: "f"): .bool(false)
        default: .null
        }
    }
    func array(_ values: [JSONValue]) -> JSONValue { .array(values) }
    func object(_ members: [JSONValue.Member]) -> JSONValue { .object(members) }
    func member(_ name: JSONText, _ value: JSONValue, in bytes: [UInt8]) -> JSONValue.Member {
        JSONValue.Member(name.decoded(in: bytes), value)
    }
}

/// Values that only know their places.
struct JSONNodeBuilder: JSONBuilder {
    func string(_ text: JSONText, in bytes: [UInt8]) -> JSONNode { .string(text) }
    func number(_ range: ByteRange, in bytes: [UInt8]) -> JSONNode { .number(range) }
    func literal(_ range: ByteRange, in bytes: [UInt8]) -> JSONNode { .literal(range) }
    func array(_ values: [JSONNode]) -> JSONNode { .array(values) }
    func object(_ members: [JSONNode.Member]) -> JSONNode { .object(members) }
    func member(_ name: JSONText, _ value: JSONNode, in bytes: [UInt8]) -> JSONNode.Member {
        JSONNode.Member(name: name, value: value)
    }
}
