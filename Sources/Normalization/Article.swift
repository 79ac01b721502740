public import UnicodeText

/// One piece of press copy in blocks.
public struct Article: Sendable {
    public let source: SourceText
    /// Language of the copy as a whole, `und` if it could not be told.
    public let language: LanguageIdentifier.Guess
    /// Every non-empty line or paragraph of the source, in order.
    public let blocks: [Block]
    /// The format it was read in.
    public let format: PressFormat
    /// What is to be said of the format, such as where a file was cut short.
    public let diagnostics: [Diagnostic]

    public init(
        source: SourceText, language: LanguageIdentifier.Guess, blocks: [Block], format: PressFormat = .text,
        diagnostics: [Diagnostic] = []
    ) {
        self.source = source
        self.language = language
        self.blocks = blocks
        self.format = format
        self.diagnostics = diagnostics
    }

    /// Lends the clean text of each block of some kinds for the length of a call, without a copy of it.
    package func forEachText(
        where isWanted: (BlockKind) -> Bool, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) rethrows {
        try blocks.withUnsafeBufferPointer { blocks in
            for index in blocks.indices where isWanted(blocks[index].kind) { try blocks[index].withBytes(body) }
        }
    }

    /// The blocks that are copy.
    public var kept: [Block] { blocks.filter { $0.kind.isKept } }
}
