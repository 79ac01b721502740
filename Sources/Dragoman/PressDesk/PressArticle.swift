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

    /// All of a copy at once.
    init(_ copy: PressCopy) {
        article = copy.article
        language = copy.language
        matcher = copy.matcher
        finder = copy.finder
        var segments: [PressSegment] = []
        segments.reserveCapacity(copy.places.count)
        copy.forEachSegment { segments.append($0) }
        self.segments = segments
    }
}
