public import UnicodeText

/// A segment and its translations.
public struct TranslationUnit: Hashable, Sendable, Codable {
    /// The store's number for the unit; `nil` before it is stored.
    public var id: Int64?
    public var kind: SegmentKind
    /// The language the segment was written in; `nil` where every variant may be the source (TMX `*all*`).
    public var sourceLanguage: LanguageTag?
    /// In the order of the file they came from.
    public var variants: [Variant]
    /// `tuid`, `creationdate`, `usagecount` … as the interchange file had them.
    public var attributes: [Attribute]
    public var annotations: [Annotation]
    public var origin: Origin
    public var context: Context
    /// Terms of the source variant, by position.
    public var termLinks: [TermLink]

    public init(
        id: Int64? = nil, kind: SegmentKind = .sentence, sourceLanguage: LanguageTag?, variants: [Variant],
        attributes: [Attribute] = [], annotations: [Annotation] = [], origin: Origin = Origin(.manual),
        context: Context = Context(), termLinks: [TermLink] = []
    ) {
        self.id = id
        self.kind = kind
        self.sourceLanguage = sourceLanguage
        self.variants = variants
        self.attributes = attributes
        self.annotations = annotations
        self.origin = origin
        self.context = context
        self.termLinks = termLinks
    }

    /// The variant in the source language, or in one it covers (`en-US` for `en`); `nil` for a unit without its source.
    public var source: Variant? { sourceIndex.map { variants[$0] } }

    /// Where `source` stands in `variants`.
    public var sourceIndex: Int? {
        guard let language = sourceLanguage else { return variants.isEmpty ? nil : 0 }
        // By places, for a copy of a variant is one of each of its parts.
        return variants.indices.first { variants[$0].language == language }
            ?? variants.indices.first { language.covers(variants[$0].language) }
            ?? variants.indices.first { variants[$0].language.language == language.language }
    }

    /// The variants in a language, exact tag first, then more special ones.
    public func variants(in language: LanguageTag) -> [Variant] {
        variants.filter { $0.language == language }
            + variants.filter { $0.language != language && language.covers($0.language) }
    }
}
