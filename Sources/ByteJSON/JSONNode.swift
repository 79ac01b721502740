public import UnicodeText

/// A JSON value by its places in the text it was read from; `JSONDocument` reads what stands there.
public enum JSONNode: Hashable, Sendable {
    case string(JSONText)
    case number(ByteRange)
    /// `true`, `false`, `null`.
    case literal(ByteRange)
    case array([JSONNode])
    case object([Member])

    public struct Member: Hashable, Sendable {
        public let name: JSONText
        public let value: JSONNode
    }

    public var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    public var array: [JSONNode]? {
        if case .array(let values) = self { values } else { nil }
    }

    public var string: JSONText? {
        if case .string(let text) = self { text } else { nil }
    }
}
