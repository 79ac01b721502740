public import UnicodeText

/// A sentence of a text: where it is, and which rule ended it.
public struct Segment: Hashable, Sendable {
    /// UTF-8 bytes of the text, without white space at the ends.
    public let range: ByteRange
    /// Name of the rule that ended the segment, such as `full-stop` or `paragraph`.
    public let rule: String

    public init(range: ByteRange, rule: String) {
        self.range = range
        self.rule = rule
    }
}
