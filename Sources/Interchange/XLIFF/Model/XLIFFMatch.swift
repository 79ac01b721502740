public import TranslationMemory

/// A translation offered for a segment: `alt-trans` in XLIFF 1.2, `match` of the candidates module in XLIFF 2.
public struct XLIFFMatch: Hashable, Sendable {
    public enum Kind: String, Sendable {
        case exact, fuzzy, context
        /// Made by a machine.
        case machine
    }

    /// The source it is the translation of; XLIFF 1.2 may leave it out.
    public var source: InlineText?
    public var target: InlineText
    /// How like the sources are, in percent of 0 to 100.
    public var quality: Double?
    /// Where it is from: a memory, a file, an article.
    public var origin: String?
    /// What found it. XLIFF 2 has no place for it but metadata.
    public var tool: String?
    public var kind: Kind?
    /// What was taken off the score and why, a line each.
    public var penalties: [String]
    /// The segment it is for, counted from 0.
    public var segment: Int
    public var attributes: [Attribute]
    public var other: [XLIFFElement]

    public init(
        source: InlineText?, target: InlineText, quality: Double?, kind: Kind? = nil, origin: String? = nil,
        tool: String? = nil, penalties: [String] = [], segment: Int = 0, attributes: [Attribute] = [],
        other: [XLIFFElement] = []
    ) {
        self.source = source
        self.target = target
        self.quality = quality
        self.kind = kind
        self.origin = origin
        self.tool = tool
        self.penalties = penalties
        self.segment = segment
        self.attributes = attributes
        self.other = other
    }
}
