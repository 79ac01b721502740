public import UnicodeText

/// A piece of native markup inside a segment (TMX 1.4b, section 5; the content markup of XLIFF maps to the same kinds).
public struct InlineCode: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable {
        case beginPaired = "bpt"
        case endPaired = "ept"
        case isolated = "it"
        case placeholder = "ph"
        /// Deprecated `ut`.
        case unknown = "ut"
        /// `hi` surrounds text of the segment: its start and its end are codes of their own.
        case highlightStart = "hi"
        case highlightEnd = "/hi"
    }

    public var kind: Kind
    /// Byte offset in the text before which the code stands, 0...count.
    public var position: Int
    /// `i`, `x`, `type`, `pos`, `assoc` …
    public var attributes: [Attribute]
    /// The native code, and translatable text inside it.
    public var content: [CodeContent]

    public init(kind: Kind, position: Int, attributes: [Attribute] = [], content: [CodeContent] = []) {
        self.kind = kind
        self.position = position
        self.attributes = attributes
        self.content = content
    }
}

/// What stands inside an inline code.
public enum CodeContent: Hashable, Sendable, Codable {
    case text(UTF8Text)
    /// Translatable text within the code (`sub`), such as the title of a link.
    case sub([Attribute], InlineText)
}
