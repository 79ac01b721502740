public import Terminology
public import UnicodeText

/// A sentence of an article with the terms found in it.
public struct PressSegment: Hashable, Sendable {
    /// Index of the block in the article.
    public let block: Int
    /// Bytes of the block's text.
    public let range: ByteRange
    public let text: UTF8Text
    /// In bytes of this segment's text, by position.
    public let terms: [TermOccurrence]
}
