public import UnicodeText

/// A sequence of words of a text that stands in a memory too, and is part of no longer one that does.
public struct Fragment: Hashable, Sendable {
    /// Bytes of the text.
    public var range: ByteRange
    /// Number of words and numbers.
    public var words: Int
    /// Units it stands in, the best first; with translations in the language that was asked for before others.
    public var hits: [ConcordanceHit]
    /// Whether it stands in more units than these.
    public var hasMore: Bool

    public init(range: ByteRange, words: Int, hits: [ConcordanceHit], hasMore: Bool) {
        self.range = range
        self.words = words
        self.hits = hits
        self.hasMore = hasMore
    }
}
