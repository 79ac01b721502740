public import Terminology
public import UnicodeText

/// A segment with what the memory and the glossaries have for it.
public struct TranslatedSegment: Sendable {
    /// A term of the segment and its translations, the preferred one first.
    public struct KnownTerm: Sendable {
        public let occurrence: TermOccurrence
        public let translations: [UTF8Text]
    }

    public let segment: PressSegment
    /// The best first.
    public let drafts: [Draft]
    /// The draft that fills the segment; `nil` where none is good enough.
    public let filled: Draft?
    public let terms: [KnownTerm]
}

/// A document with a translation as far as the memory has one.
public struct TranslatedArticle: Sendable {
    public let article: PressArticle
    public let target: LanguageTag
    /// In the order of the article's segments.
    public let segments: [TranslatedSegment]

    public var filled: Int { segments.count { $0.filled != nil } }
}
