public import Terminology
public import TranslationMemory
public import UnicodeText

/// Proposes terms from press copy: candidates of its sentences, weighed against a memory's texts, with translations from
/// the memory's units.
public struct TermExtraction {
    /// A sentence or headline the candidates are in.
    public struct Place: Sendable {
        public let article: String
        public let text: UTF8Text
    }

    public let language: LanguageTag
    /// By the numbers that the candidates' examples have.
    public private(set) var places: [Place] = []
    private let extractor: TermExtractor

    public init(language: LanguageTag, options: TermExtractor.Options = .init()) {
        self.language = language
        extractor = TermExtractor(language: language, options: options)
    }

    /// Words of the copy so far.
    public var wordCount: Int { extractor.wordCount }

    /// Takes the sentences of an article; terms that its matcher knows are not proposed.
    public mutating func add(_ article: PressArticle) {
        for segment in article.segments {
            let kind = article.article.blocks[segment.block].kind
            extractor.add(
                segment.text, known: segment.terms.map(\.range), isTitle: kind == .headline || kind == .subhead)
            places.append(Place(article: article.name, text: segment.text))
        }
    }

    /// The candidates, best first.
    public func candidates() -> [TermCandidate] { extractor.candidates() }

    /// The candidates in their order when the texts of a memory in the language are what is usual; as they were where
    /// it has fewer than `TermBackground.leastWords` words.
    ///
    /// O(bytes of the memory).
    public func weighed(_ candidates: [TermCandidate], by store: any Store) throws -> [TermCandidate] {
        var background = TermBackground(candidates, of: extractor)
        for language in try store.languages() where self.language.covers(language) {
            try store.forEachSegment(in: language) { _, text in background.add(text) }
        }
        return background.weighed(candidates, words: extractor.wordCount)
    }

    /// The candidates with what may stand for them in a language by the units of a memory. O(bytes of the memory).
    public func translated(
        _ candidates: [TermCandidate], to target: LanguageTag, by store: any Store
    ) throws -> [TermCandidate] {
        let proposer = TargetProposer(candidates, of: extractor, to: target)
        var filter = UnitFilter()
        filter.allLanguages = [language, target]
        func forEachPair(_ body: (UTF8Text, UTF8Text, Int64) -> Void) throws {
            try store.forEachUnit(where: filter) { unit in
                guard let source = unit.variants(in: language).first, let other = unit.variants(in: target).first
                else { return }
                body(source.segment.text, other.segment.text, unit.id ?? 0)
            }
        }
        try forEachPair { source, target, _ in proposer.gather(source, target) }
        try forEachPair { source, target, unit in proposer.count(source, target, unit: unit) }
        var translated = candidates
        for (index, proposal) in proposer.proposals().enumerated() { translated[index].proposals[target] = proposal }
        return translated
    }
}
