import Terminology
import TestSupport
import Testing
import UnicodeText

@Suite struct TermExtractorTests {
    private static func candidates(
        _ texts: [String], known: [String] = [], titles: Set<Int> = [], minimum: Int = 2,
        language: LanguageTag = .english
    ) -> [TermCandidate] {
        let extractor = TermExtractor(language: language, options: .init(minimumCount: minimum))
        for (index, text) in texts.enumerated() {
            let text = UTF8Text(text)
            var ranges: [ByteRange] = []
            for term in known {
                var start = 0
                while let range = text.bytes[start...].firstRange(of: Array(term.utf8)) {
                    ranges.append(range)
                    start = range.upperBound
                }
            }
            extractor.add(
                text, known: ranges.sorted { $0.lowerBound < $1.lowerBound }, isTitle: titles.contains(index))
        }
        return extractor.candidates()
    }

    private static func texts(_ candidates: [TermCandidate]) -> [String] { candidates.map(\.text.description) }

    @Test func wordsThatComeTogetherAreProposedWithTheirForms() throws {
        let found = Self.candidates([
            "They talked about supply chain resilience on Monday.",
            "The supply chains of the region are weak.",
            "A resilient supply chain was praised, and supply chain resilience will grow.",
        ])
        #expect(Set(Self.texts(found)) == ["supply chain", "supply chain resilience"])
        let chain = try #require(found.first { $0.text == "supply chain" })
        #expect(chain.count == 4 && chain.segments == 3 && chain.kind == .term)
        #expect(chain.variants == ["supply chains"])
        // Four times, two of them in the longer one.
        #expect(chain.cValue == 2 * (4 - 2))
        let resilience = try #require(found.first { $0.text == "supply chain resilience" })
        #expect(abs(resilience.cValue - 2 * (1 + 1.584_962_5)) < 0.000_01)
        #expect(Self.texts(found) == ["supply chain resilience", "supply chain"])
    }

    @Test(arguments: [
        // Words of grammar, verbs, adverbs and marks part words.
        "The port and the harbour. The port and the harbour.",
        "Prices grew quickly here. Prices grew quickly here.",
        "wheat, maize; wheat, maize",
        "and I’m here, and I’m here",
        // Everyday words make no term among themselves.
        "Last year many people; last year many people",
        "The company's harbour, the company's harbour",
        "in 2024 ports, in 2024 ports",
    ])
    func noTerm(text: String) { #expect(Self.texts(Self.candidates([text])) == []) }

    /// In each language the words that make a term, between those that make none.
    @Test(arguments: [
        (
            "es", "La cadena de suministro creció ayer. En las cadenas de suministro hubo problemas.",
            "cadena de suministro"
        ),
        (
            "pt", "A cadeia de abastecimento cresceu ontem. Nas cadeias de abastecimento houve problemas.",
            "cadeia de abastecimento"
        ),
        ("ru", "Это цепочка поставок. Там цепочка поставок. В цепочке поставок были проблемы.", "цепочка поставок"),
        ("ar", "قال إن الأمن الغذائي مهم. يجب أن يكون الأمن الغذائي في كل مكان.", "الأمن الغذائي"),
        ("sw", "Alisema kuwa mfumo wa chakula ni muhimu. Katika mfumo wa chakula kuna matatizo.", "mfumo wa chakula"),
        ("hi", "उन्होंने कहा कि खाद्य सुरक्षा है। खाद्य सुरक्षा में समस्या है।", "खाद्य सुरक्षा"),
        ("zh", "他说粮食安全很重要。在粮食安全方面有问题。", "粮食安全"),
    ])
    func otherLanguagesHaveWordsOfTheirOwn(_ tag: String, _ text: String, _ term: String) throws {
        let language = try #require(LanguageTag(tag))
        #expect(Self.texts(Self.candidates([text], language: language)) == [term])
    }

    @Test func whatNeverStandsAloneIsNoTerm() {
        let found = Self.candidates(["the solar power station; a solar power station hums; solar power station costs"])
        #expect(Self.texts(found) == ["solar power station"])
    }

    @Test func namesAcronymsAndNumbersOfNames() throws {
        let found = Self.candidates([
            "He read Agenda 2063 and the Belt and Road Initiative to Ms Okafor.",
            "Many praised Agenda 2063 and the Belt and Road Initiative while Okafor and ECOWAS listened.",
            "Here ECOWAS was silent, as was Okafor.",
        ])
        #expect(Set(Self.texts(found)) == ["Agenda 2063", "Belt and Road Initiative", "Okafor", "ECOWAS"])
        #expect(found.first { $0.text == "ECOWAS" }?.kind == .acronym)
        #expect(found.first { $0.text == "Belt and Road Initiative" }?.kind == .name)
    }

    @Test func acronymsAreExplainedByWhatStandsBesideThem() throws {
        let found = Self.candidates([
            "Members of the Pan African Payment and Settlement System (PAPSS) met.",
            "It said PAPSS would grow, for PAPSS is new.",
            "The APRM (African Peer Review Mechanism) was told.",
            "The bank (BNK) and the (ABC) said nothing.",
        ])
        let system = try #require(found.first { $0.acronym == "PAPSS" })
        #expect(system.text == "Pan African Payment and Settlement System" && system.count == 4)
        #expect(found.first { $0.acronym == "APRM" }?.text == "African Peer Review Mechanism")
        #expect(!found.contains { $0.text == "PAPSS" || $0.text == "APRM" })
        #expect(found.count { $0.acronym != nil } == 2)
    }

    @Test func whatGlossariesKnowIsLeftOut() {
        let texts = [
            "The free trade area and its free trade area council.",
            "China and Africa like the free trade area council.",
            "So do China and Africa.",
        ]
        #expect(
            Self.texts(Self.candidates(texts, known: ["free trade area", "China", "Africa"]))
                == ["free trade area council"])
    }

    @Test func capitalsOfTitlesSayNothing() throws {
        let found = Self.candidates(
            ["Solar Power Stations Planned", "A solar power station opens.", "The solar power station is large."],
            titles: [0])
        let station = try #require(found.first)
        #expect(station.text == "solar power station" && station.kind == .term && station.count == 3)
    }

    @Test func examplesPointWhereTheySay() throws {
        let texts = ["Ein\u{301}e solar farm.", "No, a solar\u{A0}farm – “solar farms”."]
        let found = Self.candidates(texts)
        let farm = try #require(found.first)
        #expect(farm.count == 3)
        #expect(farm.examples.map { UTF8Text(texts[$0.segment])[$0.range] } == ["solar farm", "solar\u{A0}farm"])
    }

    @Test func otherTextsTellWhatIsUsual() throws {
        let extractor = TermExtractor(language: .english)
        for _ in 0..<5 {
            extractor.add("A press conference on lithium batteries; lithium batteries, press conference.")
        }
        let candidates = extractor.candidates()
        var background = TermBackground(candidates, of: extractor)
        background.add("one press conference")
        // Too little to say anything.
        #expect(background.weighed(candidates, words: extractor.wordCount).allSatisfy { $0.weirdness == nil })
        for _ in 0..<2_000 { background.add("There was another press conference about it.") }
        let weighed = background.weighed(candidates, words: extractor.wordCount)
        #expect(weighed.first?.text == "lithium batteries")
        let usual = try #require(weighed.first { $0.text == "press conference" }?.weirdness)
        #expect(usual < 2 && (weighed.first?.weirdness ?? 0) > 1_000)
    }

    @Test func anyTextIsReadWithoutTrouble() {
        var random = SplitMix(seed: 7)
        let pieces = [
            "A", "AU", "(", ")", " ", " of ", "África", "中国", "-", "'s", "2063", "\u{301}", ".", "\n", "trade", "",
        ]
        for _ in 0..<300 {
            let text = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            .joined()
            for candidate in Self.candidates([text, text, "(\(text))"], minimum: 1) {
                #expect(!candidate.text.isEmpty && candidate.count > 0)
                for example in candidate.examples {
                    #expect(!example.range.isEmpty)
                }
            }
        }
    }
}
