import FuzzyMatching
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@Suite struct MatcherTests {
    private func store(_ units: [TranslationUnit]) throws -> SQLiteStore {
        let store = try SQLiteStore()
        try store.write(units, mode: .addVariant, revision: .test)
        return store
    }

    private func show(_ matches: [Match]) -> [String] {
        matches.map { match in
            let penalties = match.penalties.map { " \($0.kind.name)-\($0.points)" }.joined()
            return "\(match.kind.rawValue) \(match.score)\(penalties): \(match.target.segment.text)"
        }
    }

    @Test func exactFirstThenFuzzy() throws {
        let store = try store([
            .english("Thank you", ["fr": "Merci"]), .english("Thank you.", ["fr": "Merci."]),
            .english("Thank you", ["fr": "Je vous remercie"]), .english("Thank you", ["de": "Danke"]),
            .english("Something else", ["fr": "Autre chose"]),
        ])
        let matcher = try Matcher(store: store, from: "en", to: "fr")
        #expect(
            show(try matcher.matches(for: "Thank you"))
                == ["exact 100: Merci", "exact 100: Je vous remercie", "fuzzy 98 punctuation-2: Merci."])
        #expect(show(try matcher.matches(for: "Thank you", best: 1)) == ["exact 100: Merci"])
        #expect(try matcher.matches(for: "").isEmpty)
        #expect(try matcher.matches(for: "unknown words").isEmpty)
        let exact = try Matcher(store: store, from: "en", to: "fr", minimum: 100)
        #expect(try exact.matches(for: "Thank you", best: 0).count == 2)
    }

    @Test func reversedDirection() throws {
        let store = try store([.english("Thank you", ["fr": "Merci"]), .english("Thanks", ["fr": "Merci !"])])
        let matcher = try Matcher(store: store, from: "fr", to: "en")
        #expect(
            show(try matcher.matches(for: "Merci")) == ["exact 100: Thank you", "fuzzy 98 punctuation-2: Thanks"])
        #expect(try matcher.matches(for: "Merci").first?.source.language == "fr")
    }

    @Test func languagesMeetWithAPenalty() throws {
        let american = TranslationUnit(
            sourceLanguage: "en-US",
            variants: [
                Variant(language: "en-US", segment: "Color"), Variant(language: "zh-TW", segment: "顏色"),
                Variant(language: "zh-Hans", segment: "颜色"), Variant(language: "pt-BR", segment: "Cor"),
            ])
        let store = try store([american])
        func found(_ from: LanguageTag, _ to: LanguageTag, _ text: UTF8Text = "Color") throws -> [String] {
            show(try Matcher(store: store, from: from, to: to).matches(for: text))
        }
        #expect(try found("en", "zh-CN") == ["exact 98 language-2: 颜色"])
        #expect(try found("en-US", "zh-Hans") == ["exact 100: 颜色"])
        #expect(try found("en-GB", "zh-Hant") == ["exact 98 language-2: 顏色"])
        #expect(try found("en-US", "pt") == ["exact 99 language-1: Cor"])
        #expect(try found("en", "pt-BR", "Color!") == ["fuzzy 97 punctuation-2 language-1: Cor"])
        #expect(try found("en-US", "en").isEmpty)
    }

    @Test func theSameTranslationCountsOnceAndTheBestOfItStays() throws {
        var phrase = TranslationUnit.english("Thank you", ["fr": "Merci"])
        phrase.kind = .phrase
        var american = TranslationUnit(
            sourceLanguage: "en-US",
            variants: [Variant(language: "en-US", segment: "Thank you"), Variant(language: "fr", segment: "Merci")])
        american.kind = .paragraph
        let store = try store([american, phrase, .english("Thank you", ["fr": "Merci"])])
        let matches = try Matcher(store: store, from: "en", to: "fr").matches(for: "Thank you", best: 0)
        #expect(show(matches) == ["exact 100: Merci"])
    }

    @Test func codesThatTheTextLacksCostTwoPoints() throws {
        var unit = TranslationUnit.english("Thank you", ["fr": "Merci"])
        unit.variants[0].segment.codes = [InlineCode(kind: .placeholder, position: 0)]
        let matches = try Matcher(store: try store([unit]), from: "en", to: "fr").matches(for: "Thank you")
        #expect(show(matches) == ["exact 98 inline-codes-2: Merci"])
    }

    @Test func differencesPointIntoBothTexts() throws {
        let store = try store([.english("The old digital economy", ["fr": "x"])])
        let query: UTF8Text = "The new digital Economy"
        let match = try #require(try Matcher(store: store, from: "en", to: "fr").matches(for: query).first)
        #expect(match.score == 74)
        #expect(match.differences.map { query[$0.query] } == ["new", "Economy"])
        #expect(match.differences.map { match.source.segment.text[$0.match] } == ["old", "economy"])
    }

    @Test func unitsStoredLaterAreFoundExactly() throws {
        let store = try store([.english("One", ["fr": "Un"])])
        let matcher = try Matcher(store: store, from: "en", to: "fr")
        try store.write([.english("Two", ["fr": "Deux"])], revision: .test)
        #expect(show(try matcher.matches(for: "Two")) == ["exact 100: Deux"])
        // The index's unit has another text by now.
        try store.write([.english("One", ["fr": "Une"])], mode: .replace, revision: .test)
        #expect(show(try matcher.matches(for: "one")) == ["fuzzy 99 case-1: Une"])
    }

    /// The best matches are the first of all, however many repetitions and penalties there are.
    @Test func limitTakesTheFirstOfAll() throws {
        var random = SplitMix(seed: 21)
        let words = ["a", "b", "c", "A", "d", "1", "2", "."]
        var units: [TranslationUnit] = []
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 2...5, using: &random)).map { _ in
                words.randomElement(using: &random) ?? ""
            }.joined(separator: " ")
            let language: LanguageTag = Bool.random(using: &random) ? "en" : "en-US"
            var unit = TranslationUnit(
                kind: SegmentKind.allCases.randomElement(using: &random) ?? .sentence, sourceLanguage: language,
                variants: [
                    Variant(language: language, segment: InlineText(UTF8Text(text))),
                    Variant(
                        language: Bool.random(using: &random) ? "fr" : "fr-CA",
                        segment: InlineText(UTF8Text("t\(Int.random(in: 0..<4, using: &random))"))),
                ])
            if Bool.random(using: &random) {
                unit.variants[0].segment.codes = [InlineCode(kind: .placeholder, position: 0)]
            }
            if Bool.random(using: &random) { unit.context.id = "1" }
            if Bool.random(using: &random) { unit.origin.kind = .machine }
            units.append(unit)
        }
        let memories = [
            MatchMemory(try store(Array(units[..<200]))), MatchMemory(try store(Array(units[200...])), penalty: 3),
        ]
        let matcher = try Matcher(memories: memories, from: "en", to: "fr", minimum: 50)
        for _ in 0..<25 {
            let query = MatchQuery(
                UTF8Text((0..<3).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")),
                context: Context(id: "1"))
            let all = try matcher.matches(for: query, best: 0)
            for best in [1, 2, 5] {
                #expect(show(try matcher.matches(for: query, best: best)) == Array(show(all).prefix(best)))
            }
        }
    }
}
