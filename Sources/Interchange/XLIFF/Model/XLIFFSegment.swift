public import TranslationMemory

/// A sentence of a unit, or what stands between two.
public struct XLIFFSegment: Hashable, Sendable {
    /// `id` of a segment in XLIFF 2, `mid` of its `mrk` in XLIFF 1.2.
    public var id: String?
    /// Blanks and codes between segments, which nobody translates.
    public var isIgnorable: Bool
    public var source: InlineText
    public var target: InlineText?
    public var state: XLIFFState
    /// Further attributes of the segment; those of its `source` and `target` are called `source/NAME`, `target/NAME`.
    public var attributes: [Attribute]

    public init(
        id: String? = nil, isIgnorable: Bool = false, source: InlineText, target: InlineText? = nil,
        state: XLIFFState = .unsaid, attributes: [Attribute] = []
    ) {
        self.id = id
        self.isIgnorable = isIgnorable
        self.source = source
        self.target = target
        self.state = state
        self.attributes = attributes
    }
}
