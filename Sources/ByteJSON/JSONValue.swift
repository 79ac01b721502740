public import UnicodeText

/// A JSON value (RFC 8259) that keeps what it read: the order of an object's members and a number's own digits.
public enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// The number as it stood, such as `1.0` or `12345678901234567890`.
    case number(UTF8Text)
    case string(UTF8Text)
    case array([JSONValue])
    case object([Member])

    public struct Member: Hashable, Sendable {
        public let name: UTF8Text
        public let value: JSONValue

        public init(_ name: UTF8Text, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The last member of a name, `nil` if this is no object or has none.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name.bytes.elementsEqual(name.utf8) }?.value
    }

    public var string: UTF8Text? {
        if case .string(let text) = self { text } else { nil }
    }

    public var array: [JSONValue]? {
        if case .array(let values) = self { values } else { nil }
    }
}
