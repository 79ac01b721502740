public import UnicodeText

/// One piece of press copy in blocks.
public struct Article: Sendable {
    public let source: SourceText
    /// Language of the copy as a whole, `und` if it could not be told.
    public let language: LanguageIdentifier.Guess
    /// Every non-empty line or paragraph of the source, in order.
    public let blocks: [Block]

    public init(source: SourceText, language: LanguageIdentifier.Guess, blocks: [Block]) {
        self.source = source
        self.language = language
        self.blocks = blocks
    }

    /// The blocks that are copy.
    public var kept: [Block] { blocks.filter(\.kind.isKept) }
}
