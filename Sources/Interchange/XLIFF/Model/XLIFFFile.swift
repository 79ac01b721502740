public import TranslationMemory
public import UnicodeText

/// The head of a `file`: which text its units are of.
public struct XLIFFFile: Hashable, Sendable {
    /// `id`, which XLIFF 2 wants.
    public var id: String?
    /// Name of the text.
    public var original: String?
    public var sourceLanguage: LanguageTag?
    public var targetLanguage: LanguageTag?
    /// Further attributes; languages stand here too where they are spelled otherwise than their tags.
    public var attributes: [Attribute]
    public var notes: [XLIFFNote]
    /// `header` of XLIFF 1.2, `skeleton` and modules of XLIFF 2.
    public var other: [XLIFFElement]

    public init(
        id: String? = nil, original: String?, sourceLanguage: LanguageTag?, targetLanguage: LanguageTag? = nil,
        attributes: [Attribute] = [], notes: [XLIFFNote] = [], other: [XLIFFElement] = []
    ) {
        self.id = id
        self.original = original
        self.sourceLanguage = sourceLanguage
        self.targetLanguage = targetLanguage
        self.attributes = attributes
        self.notes = notes
        self.other = other
    }
}
