internal import Terminology
internal import TranslationMemory
internal import UnicodeText

/// Finds all that is known for the segments of one article.
struct SegmentTranslator {
    private let desk: ReuseDesk
    private let session: ReuseDesk.Session
    private let language: LanguageTag
    private let matcher: TermMatcher
    /// The translations of the terms that came up: an article has the same ones again and again.
    private var translations: [ConceptNumber: [UTF8Text]] = [:]

    /// A line that stands between two of its like is asked for once.
    private var last: (query: MatchQuery, drafts: [Draft])?

    private struct ConceptNumber: Hashable {
        let glossary: Int
        let concept: Int
    }

    init(_ desk: ReuseDesk, _ language: LanguageTag, _ matcher: TermMatcher) {
        self.desk = desk
        self.language = language
        self.matcher = matcher
        session = ReuseDesk.Session(desk)
    }

    mutating func translate(_ segment: PressSegment, at place: Context) throws -> TranslatedSegment {
        let drafts = try drafts(for: MatchQuery(segment.text, context: place))
        var terms: [TranslatedSegment.KnownTerm] = []
        for occurrence in segment.terms {
            let translations = translations(of: occurrence)
            if !translations.isEmpty { terms.append(.init(occurrence: occurrence, translations: translations)) }
        }
        return TranslatedSegment(
            segment: segment, drafts: drafts, filled: drafts.first.flatMap { desk.fills($0) ? $0 : nil }, terms: terms)
    }

    private mutating func drafts(for query: MatchQuery) throws -> [Draft] {
        if let last, last.query == query { return last.drafts }
        let drafts = try session.drafts(for: query, in: language)
        last = (query, drafts)
        return drafts
    }

    /// The preferred term first.
    private mutating func translations(of occurrence: TermOccurrence) -> [UTF8Text] {
        let number = ConceptNumber(glossary: occurrence.glossary, concept: occurrence.concept)
        if let known = translations[number] { return known }
        let concept = matcher.concept(of: occurrence)
        let preferred = concept.preferredTerm(in: desk.target)
        let others = concept.terms(in: desk.target).filter { $0.status == .admitted && $0 != preferred }
        let found = ([preferred].compactMap(\.self) + others).map(\.text)
        translations[number] = found
        return found
    }
}
