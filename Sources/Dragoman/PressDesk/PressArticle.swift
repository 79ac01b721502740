public import Normalization
public import Terminology
public import UnicodeText

/// An article with its sentences and their terms.
public struct PressArticle: Sendable {
    public let article: Article
    /// The language it was worked on as.
    public let language: LanguageTag
    public let segments: [PressSegment]
    /// The matcher the terms were found with; it leads from an occurrence to its concept.
    public let matcher: TermMatcher
    /// What its sentences were found with.
    public let finder: SentenceFinder

    public var name: String { article.source.name }
}
