import Dragoman
import TestSupport
import Testing

@Suite struct SubstitutorTests {
    /// The draft for a text from one pair, what was put in it in brackets.
    private func draft(
        _ query: UTF8Text, _ source: UTF8Text, _ target: UTF8Text, to language: LanguageTag = "fr",
        codes: [InlineCode] = [], shelf: GlossaryShelf? = nil
    ) throws -> Draft {
        let store = try SQLiteStore()
        let unit = TranslationUnit(
            sourceLanguage: "en",
            variants: [
                Variant(language: "en", segment: InlineText(source)),
                Variant(language: language, segment: InlineText(target, codes: codes)),
            ])
        try store.write([unit], revision: RevisionInfo(date: .now, tool: "test", action: "test"))
        let match = try #require(
            try Matcher(store: store, from: "en", to: language, minimum: 1).matches(for: query).first)
        let matchers = shelf.map { TermMatchers($0, from: "en", to: language) }
        return try Substitutor(from: "en", to: language, matchers: matchers).draft(match, for: InlineText(query))
    }

    private func show(_ draft: Draft) -> String {
        var text = ""
        var position = 0
        for substitution in draft.substitutions {
            text += draft.target.text[position..<substitution.target.lowerBound].description
            text += "[\(substitution.kind.rawValue) \(draft.target.text[substitution.target])]"
            position = substitution.target.upperBound
        }
        text += draft.target.text[position..<draft.target.text.count].description
        return text
    }

    @Test(arguments: [
        (
            "They met in 2024.", "They met in 2023.", "fr", "Ils se sont réunis en 2023.",
            "Ils se sont réunis en [number 2024]."
        ),
        (
            "It costs 1,234.50 dollars", "It costs 17.25 dollars", "fr", "Cela coûte 17,25 dollars",
            "Cela coûte [number 1\u{202F}234,50] dollars"
        ),
        (
            "It costs 12,345 dollars", "It costs 9,876 dollars", "de", "Es kostet 9.876 Dollar",
            "Es kostet [number 12.345] Dollar"
        ),
        ("About 7 percent", "About 5 percent", "ar", "حوالي ٥ في المئة", "حوالي [number ٧] في المئة"),
        ("In 2024", "In 2023", "zh", "2023年", "[number 2024]年"),
        (
            "Version 1.2.4 is out", "Version 1.2.3 is out", "fr", "La version 1.2.3 est sortie",
            "La version [number 1.2.4] est sortie"
        ),
    ])
    func numbersInTheTargetsOwnForm(_ sample: (UTF8Text, UTF8Text, LanguageTag, UTF8Text, String)) throws {
        let draft = try draft(sample.0, sample.1, sample.3, to: sample.2)
        #expect(show(draft) == sample.4)
        #expect(draft.coversAllWords)
    }

    @Test(arguments: [
        (
            "It opens on 20 June 2024.", "It opens on 16 March 2023.", "fr", "Il ouvre le 16 mars 2023.",
            "Il ouvre le [date 20 juin 2024]."
        ),
        (
            "It opens on June 20, 2024.", "It opens on March 16, 2023.", "de", "Es öffnet am 16. März 2023.",
            "Es öffnet am [date 20. Juni 2024]."
        ),
        ("It opens on 20 June 2024.", "It opens on 16 March 2023.", "zh", "将于2023年3月16日开放。", "将于[date 2024年6月20日]开放。"),
        (
            "It opens on 20 June 2024.", "It opens on 16 June 2024.", "sw", "Itafunguliwa tarehe 16 Juni 2024.",
            "Itafunguliwa tarehe [date 20 Juni 2024]."
        ),
        (
            "It opens on 20 June 2024.", "It opens on 16 March 2023.", "pt", "Abre em 16 de março de 2023.",
            "Abre em [date 20 de junho de 2024]."
        ),
        (
            "It opens on 20 June 2024.", "It opens on 16 March 2023.", "ru", "Откроется 16 марта 2023 года.",
            "Откроется [date 20 июня 2024 года]."
        ),
    ])
    func datesInTheTargetsOwnOrder(_ sample: (UTF8Text, UTF8Text, LanguageTag, UTF8Text, String)) throws {
        let draft = try draft(sample.0, sample.1, sample.3, to: sample.2)
        #expect(show(draft) == sample.4)
        #expect(draft.coversAllWords)
    }

    @Test func namesOfTheCalendarCurrenciesAndAddresses() throws {
        #expect(
            show(try draft("They meet in October", "They meet in September", "Sie treffen sich im September", to: "de"))
                == "Sie treffen sich im [month Oktober]")
        #expect(
            show(try draft("They meet on Friday", "They meet on Monday", "Ils se réunissent lundi"))
                == "Ils se réunissent [weekday vendredi]")
        #expect(
            show(try draft("It costs £ 5 now", "It costs $ 5 now", "Cela coûte 5 $")) == "Cela coûte 5 [currency £]")
        #expect(
            show(try draft("It costs EUR 5 now", "It costs USD 5 now", "Cela coûte 5 USD"))
                == "Cela coûte 5 [currency EUR]")
        #expect(
            show(
                try draft("See https://a.org/x today", "See https://a.org/y today", "Voir https://a.org/y aujourd'hui"))
                == "Voir [address https://a.org/x] aujourd'hui")
    }

    @Test func termsOfTheGlossary() throws {
        let shelf = GlossaryShelf()
        let countries = try draft(
            "The delegation arrived in Uganda.", "The delegation arrived in Kenya.",
            "La délégation est arrivée au Kenya.", shelf: shelf)
        #expect(show(countries) == "La délégation est arrivée au [term Ouganda].")
        let terms = try draft(
            "The artificial intelligence is growing.", "The digital economy is growing.",
            "L’économie numérique progresse.", shelf: shelf)
        #expect(show(terms) == "L’[term intelligence artificielle] progresse.")
    }

    @Test func whatIsNotCertainIsLeft() throws {
        // The number is a word there; it stands twice; it is part of another.
        for target: UTF8Text in ["Cinq pour cent", "5 et 5", "15 pour cent"] {
            let draft = try draft("About 7 percent", "About 5 percent", target)
            #expect(draft.substitutions.isEmpty)
            #expect(draft.target.text == target)
            #expect(!draft.coversAllWords)
        }
        // An ordinal would take another ending; the order of figures is not known.
        #expect(try draft("On 20 May 2023", "On 1 May 2023", "Le 1er mai 2023").substitutions.isEmpty)
        #expect(try draft("A blue car", "A red car", "Une voiture rouge").substitutions.isEmpty)
        #expect(try !draft("A blue car", "A red car", "Une voiture rouge").coversAllWords)
    }

    @Test func codesKeepTheirPlaces() throws {
        func code(_ position: Int) -> InlineCode { InlineCode(kind: .placeholder, position: position) }
        let draft = try draft(
            "They met in 12,345 places", "They met in 3 places", "Dans 3 lieux",
            codes: [code(0), code(5), code(6), code(12)])
        #expect(draft.target.text == "Dans 12\u{202F}345 lieux")
        #expect(draft.target.codes.map(\.position) == [0, 5, 13, 19])
    }

    /// Whatever differs, a draft is text, its marks lie in it, and the rest is the memory's own.
    @Test func draftsAreTheMemorysTextButForTheSubstitutions() throws {
        var random = SplitMix(seed: 8)
        let words = [
            "5", "7", "1,234", "March", "16", "2023", "$", "€", "Monday", "Friday", "Kenya", "the", "é", "年", ".",
        ]
        let substitutor = Substitutor(
            from: "en", to: "en", matchers: TermMatchers(GlossaryShelf(), from: "en", to: "en"))
        func text() -> UTF8Text {
            UTF8Text((0..<6).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " "))
        }
        for _ in 0..<400 {
            let (query, source) = (text(), text())
            let comparison = FuzzyComparison(query: query, match: source, language: "en")
            let target = Bool.random(using: &random) ? source : text()
            let variants = [source, target].map { Variant(language: "en", segment: InlineText($0)) }
            let match = Match(
                unit: TranslationUnit(sourceLanguage: "en", variants: variants), source: variants[0],
                target: variants[1],
                score: comparison.score, kind: .fuzzy, differences: comparison.differences)
            let draft = try substitutor.draft(match, for: InlineText(query))
            var rest: [UInt8] = []
            var old: [UInt8] = []
            var position = 0
            for substitution in draft.substitutions {
                let kept = draft.target.text.bytes[position..<substitution.target.lowerBound]
                rest += kept
                old += kept + substitution.before.bytes
                position = substitution.target.upperBound
            }
            old += draft.target.text.bytes[position...]
            #expect(old == target.bytes)
            #expect(UTF8Text(validating: draft.target.text.bytes) != nil)
        }
    }
}
