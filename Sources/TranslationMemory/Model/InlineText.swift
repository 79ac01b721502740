public import UnicodeText

/// The text of a segment with its inline codes kept apart.
public struct InlineText: Hashable, Sendable, Codable {
    /// The words alone; what a reader sees.
    public var text: UTF8Text
    /// The codes in order of position.
    public var codes: [InlineCode]

    public init(_ text: UTF8Text, codes: [InlineCode] = []) {
        self.text = text
        self.codes = codes
    }
}

extension InlineText: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(UTF8Text(value)) }
}
