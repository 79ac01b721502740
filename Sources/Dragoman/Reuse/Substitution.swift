public import UnicodeText

/// Something in a match's translation that was put in place of what the memory had, because the sources differ in it.
public struct Substitution: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case number, date, month, weekday, currency, address, term
    }

    public var kind: Kind
    /// Bytes of the text that was looked up.
    public var query: ByteRange
    /// Bytes of the match's source.
    public var match: ByteRange
    /// Bytes of the draft's text.
    public var target: ByteRange
    /// What the memory's translation has there.
    public var before: UTF8Text

    public init(_ kind: Kind, query: ByteRange, match: ByteRange, target: ByteRange, before: UTF8Text) {
        self.kind = kind
        self.query = query
        self.match = match
        self.target = target
        self.before = before
    }
}
