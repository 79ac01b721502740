public import Normalization
public import Terminology
public import UnicodeText

/// An article with the places of its sentences; texts and terms are made when they are asked for.
///
/// Of a long text the sentences with their terms take many times the memory.
public struct PressCopy: Sendable {
    /// Where a sentence is.
    public struct Place: Hashable, Sendable {
        /// Index of the block in the article.
        public let block: Int
        /// Bytes of the block's text.
        public let range: ByteRange
    }

    public let article: Article
    /// The language it is worked on as.
    public let language: LanguageTag
    /// In the order of the article.
    public let places: [Place]
    public let matcher: TermMatcher
    public let finder: SentenceFinder

    /// The text of a sentence.
    ///
    /// - Parameter index: of `places`.
    public func text(_ index: Int) -> UTF8Text {
        let place = places[index]
        let text = article.blocks[place.block].text
        return place.range == text.all ? text : text[place.range]
    }

    /// The sentences with their terms, in order; one at a time is in memory.
    public func forEachSegment(_ body: (PressSegment) throws -> Void) rethrows {
        let scanner = matcher.scanner()
        // Tables and lists have the same few words again and again.
        let known = LimitedCache<UTF8Text, [TermOccurrence]>(limit: 1_024)
        for (index, place) in places.enumerated() {
            let text = text(index)
            let terms =
                text.count <= Self.short
                ? known.value(for: text) { scanner.occurrences(in: $0) } : scanner.occurrences(in: text)
            try body(PressSegment(block: place.block, range: place.range, text: text, terms: terms))
        }
    }

    /// Bytes of a text whose terms are kept for when it comes again.
    private static let short = 100
}
