import TestSupport
import UnicodeText

@testable import TranslationMemory

/// Random memories of a few words of many scripts, and queries that are likely to find some of it.
struct ConcordanceSamples {
    var random: SplitMix

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    private static let words = [
        "economy", "Economy", "eco", "nomy", "economie", "économie", "ÉCONOMIE", "a", "A", "straße", "STRASSE", "İs",
        "ﬁn",
        "co\u{AD}op", "e\u{301}t", "x\u{302}y", "5G", "2024", "3.14", "don't", "数字", "经济", "数", "字经", "5网", "カタカナ",
        "เศรษฐกิจ", "ดี", "ኢኮኖሚ", "የኢኮኖሚ", "экономика", "ёлка", "елка", "й", "οικονομία", "ΟΙΚΟΝΟΜΊΑ", "كِتَاب", "كتاب",
        "שָׁלוֹם", "경제", "경제를", "हिन्दी", "हिन्द", "-", "…", "!", "?", "*",
    ]
    private static let gaps = [" ", " ", " ", "  ", "", "", ", ", "\t", "፡", "。", "\u{200B}"]

    mutating func text(_ words: ClosedRange<Int> = 1...7) -> UTF8Text {
        var text = ""
        for _ in 0..<Int.random(in: words, using: &random) {
            text += Self.words.randomElement(using: &random) ?? ""
            text += Self.gaps.randomElement(using: &random) ?? ""
        }
        return UTF8Text(text)
    }

    mutating func unit() -> TranslationUnit {
        var variants = [Variant(language: "en", segment: InlineText(text()))]
        for language in ["fr", "zh", "pt-BR", "fr"] as [LanguageTag] where Bool.random(using: &random) {
            variants.append(Variant(language: language, segment: InlineText(text())))
        }
        // Now and then a word too long to be indexed by its letters.
        if Int.random(in: 0..<40, using: &random) == 0 {
            let long = String(repeating: "long", count: 80) + "economy"
            variants.append(Variant(language: "de", segment: InlineText(UTF8Text(long))))
        }
        let source: [LanguageTag?] = ["en", "en", "fr", "pt", nil]
        return TranslationUnit(
            sourceLanguage: source.randomElement(using: &random) ?? nil, variants: variants,
            origin: Origin(.import, name: Bool.random(using: &random) ? "a.tmx" : "b.tmx"))
    }

    private mutating func term(of texts: [UTF8Text]) -> ConcordanceQuery.Term {
        var text = texts.randomElement(using: &random) ?? ""
        let bounds = text.placedScalars.map(\.range.lowerBound) + [text.count]
        let start = Int.random(in: 0..<bounds.count, using: &random)
        let end = min(bounds.count - 1, start + Int.random(in: 1...9, using: &random))
        text = text[bounds[start]..<bounds[end]]
        if Int.random(in: 0..<3, using: &random) == 0 { text = UTF8Text(text.description.uppercased()) }
        let hasWildcards = Bool.random(using: &random)
        if hasWildcards {
            let wildcard = ["*", "*", "?", " * ", "*a", "数*"].randomElement(using: &random) ?? "*"
            let places = text.placedScalars.map(\.range.lowerBound) + [text.count]
            let place = places.randomElement(using: &random) ?? 0
            text = UTF8Text("\(text[0..<place])\(wildcard)\(text[place..<text.count])")
        }
        let languages: [[LanguageTag]] = [[], [], [], ["fr"], ["en", "zh"], ["pt"]]
        return ConcordanceQuery.Term(
            text, languages: languages.randomElement(using: &random) ?? [],
            side: Int.random(in: 0..<4, using: &random) == 0
                ? ConcordanceQuery.Term.Side.allCases.randomElement(using: &random) ?? .any : .any,
            hasWildcards: hasWildcards)
    }

    mutating func query(of texts: [UTF8Text]) -> ConcordanceQuery {
        var query = ConcordanceQuery(include: [term(of: texts)])
        if Int.random(in: 0..<3, using: &random) == 0 { query.include.append(term(of: texts)) }
        if Int.random(in: 0..<4, using: &random) == 0 { query.exclude.append(term(of: texts)) }
        if Int.random(in: 0..<4, using: &random) == 0 { query.mode = .allWords }
        query.order = [.relevance, .relevance, .newest, .memory].randomElement(using: &random) ?? .relevance
        if Bool.random(using: &random) { query.wanted = ["fr", "pt"] }
        if Int.random(in: 0..<5, using: &random) == 0 { query.filter.originName = "a.tmx" }
        query.limit = [0, 1, 3, 10].randomElement(using: &random) ?? 0
        return query
    }
}

extension SQLiteStore {
    /// The answer of the texts alone.
    func scanned(_ query: ConcordanceQuery) throws -> [ConcordanceHit] {
        guard let matcher = try ConcordanceMatcher(query) else { return [] }
        var hits: [ConcordanceHit] = []
        try search(query, matcher, .none) { hits.append($0) }
        return hits
    }

    func texts() throws -> [UTF8Text] {
        var texts: [UTF8Text] = []
        try forEachUnit { texts += $0.variants.map(\.segment.text) }
        return texts
    }
}
