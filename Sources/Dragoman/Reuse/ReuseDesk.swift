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
        try Session(self).drafts(for: query, in: source)
    }

    /// Looks up texts that are at hand together, in the memories as they are when the first of a language is asked for.
    ///
    /// It belongs to one task at a time.
    public final class Session {
        private let desk: ReuseDesk
        private var opened: [LanguageTag: Opened] = [:]
        /// That of the language asked for last: nearly always the one asked for next.
        private var last: Opened?

        /// An object, for a copy of a matcher is one of each of its parts.
        private final class Opened {
            let language: LanguageTag
            let pair: Pair
            let moment: Matcher.Moment

            init(_ language: LanguageTag, _ pair: Pair) throws {
                self.language = language
                self.pair = pair
                moment = try pair.matcher.now()
            }
        }

        public init(_ desk: ReuseDesk) { self.desk = desk }

        /// The drafts for a text in a language, the best first.
        ///
        /// - Throws: What a store throws.
        public func drafts(for query: MatchQuery, in source: LanguageTag) throws -> [Draft] {
            let opened = try open(source)
            return try opened.pair.matcher.matches(for: query, best: desk.options.best, at: opened.moment).map {
                try opened.pair.substitutor.draft($0, for: query.segment)
            }
        }

        private func open(_ source: LanguageTag) throws -> Opened {
            if let last, last.language == source { return last }
            let found = try opened[source] ?? Opened(source, desk.pair(source))
            opened[source] = found
            last = found
            return found
        }
    }

    /// Waits for indexes of the memories that are being made anew.
    public func finishMerging() async {
        for pair in pairs.values { await pair.matcher.finishMerging() }
    }

    /// Whether a draft is good enough to fill a segment.
    func fills(_ draft: Draft) -> Bool { draft.match.score >= options.fillsFrom }
}
