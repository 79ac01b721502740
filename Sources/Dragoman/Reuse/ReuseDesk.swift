internal import Terminology
public import TranslationMemory
public import UnicodeText

/// Translates as far as memories and glossaries reach, into one language.
///
/// Indexes and matchers are opened once for each language texts are in. Several tasks may ask at once.
public final class ReuseDesk: Sendable {
    public struct Options: Sendable {
        /// The lowest score of a match that fills a segment, percent.
        public var fillsFrom: Int
        /// The lowest score of a match that is offered beside it, percent.
        public var offersFrom: Int
        /// Most matches for a segment; 0 means all.
        public var best: Int

        public init(fillsFrom: Int = 75, offersFrom: Int = 50, best: Int = 5) {
            self.fillsFrom = fillsFrom
            self.offersFrom = min(offersFrom, fillsFrom)
            self.best = best
        }
    }

    public let target: LanguageTag
    public let options: Options
    private let memories: [MatchMemory]
    private let shelf: GlossaryShelf
    private let pairs = LanguageCache<Pair>(limit: 16)

    /// What a pair of languages needs.
    private struct Pair: Sendable {
        let matcher: Matcher
        let substitutor: Substitutor
    }

    /// - Parameter memories: By priority.
    public init(
        memories: [MatchMemory], shelf: GlossaryShelf, to target: LanguageTag, options: Options = .init()
    ) {
        self.memories = memories
        self.shelf = shelf
        self.target = target
        self.options = options
    }

    private func pair(_ source: LanguageTag) throws -> Pair {
        try pairs.value(for: source) { source in
            Pair(
                matcher: try Matcher(memories: memories, from: source, to: target, minimum: options.offersFrom),
                substitutor: Substitutor(
                    from: source, to: target,
                    matchers: TermMatchers(shelf, from: source, to: target)))
        }
    }

    /// The drafts for a text in a language, the best first.
    ///
    /// - Throws: What a store throws.
    public func drafts(for query: MatchQuery, in source: LanguageTag) throws -> [Draft] {
        let pair = try pair(source)
        return try pair.matcher.matches(for: query, best: options.best).map {
            try pair.substitutor.draft($0, for: query.segment)
        }
    }

    /// Waits for indexes of the memories that are being made anew.
    public func finishMerging() async {
        for pair in pairs.values { await pair.matcher.finishMerging() }
    }

    /// An article with all that is known for its segments.
    ///
    /// - Throws: What a store throws, and a `Diagnostic` for an article that is in the language wanted.
    public func translate(_ article: PressArticle) throws -> TranslatedArticle {
        if article.language == target {
            throw Diagnostic(
                .error, code: "translate.language", file: article.name, message: "it is in \(target) already",
                hint: "the language it is in can be named with --lang")
        }
        let texts = article.segments.map(\.text)
        let segments = try article.segments.enumerated().map { index, segment in
            let drafts = try drafts(
                for: MatchQuery(segment.text, context: .place(of: index, in: texts)), in: article.language)
            let terms = segment.terms.compactMap { occurrence -> TranslatedSegment.KnownTerm? in
                let concept = article.matcher.concept(of: occurrence)
                let preferred = concept.preferredTerm(in: target)
                let others = concept.terms(in: target).filter { $0.status == .admitted && $0 != preferred }
                let translations = ([preferred].compactMap(\.self) + others).map(\.text)
                guard !translations.isEmpty else { return nil }
                return .init(occurrence: occurrence, concept: concept, translations: translations)
            }
            return TranslatedSegment(
                segment: segment, drafts: drafts, filled: drafts.first.flatMap { fills($0) ? $0 : nil }, terms: terms)
        }
        return TranslatedArticle(article: article, target: target, segments: segments)
    }

    /// Whether a draft is good enough to fill a segment.
    func fills(_ draft: Draft) -> Bool { draft.match.score >= options.fillsFrom }
}
