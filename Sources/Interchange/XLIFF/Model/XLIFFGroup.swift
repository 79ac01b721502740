public import TranslationMemory

/// A `group`: a paragraph, a table, an article.
public struct XLIFFGroup: Hashable, Sendable {
    public var id: String?
    /// `resname` in XLIFF 1.2, `name` in XLIFF 2.
    public var name: String?
    /// `restype` in XLIFF 1.2, `type` in XLIFF 2.
    public var type: String?
    public var notes: [XLIFFNote]
    public var attributes: [Attribute]
    public var other: [XLIFFElement]

    public init(
        id: String?, name: String? = nil, type: String? = nil, notes: [XLIFFNote] = [], attributes: [Attribute] = [],
        other: [XLIFFElement] = []
    ) {
        self.id = id
        self.name = name
        self.type = type
        self.notes = notes
        self.attributes = attributes
        self.other = other
    }
}
