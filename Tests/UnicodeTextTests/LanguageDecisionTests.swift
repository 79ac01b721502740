import Testing

@testable import UnicodeText

@Suite struct LanguageDecisionTests {
    private static let facts = LanguageModel.shared.facts

    private static func tag(_ text: String) throws -> LanguageTag { try #require(LanguageTag(text)) }

    private static func decide(
        _ answer: [(String, Double)], _ evidence: [(String, Double)], among languages: [String] = []
    ) throws -> LanguageIdentifier.Guess {
        try LanguageDecision(
            CLD2Answer(answer.map { .init(language: try tag($0.0), share: $0.1) }, isReliable: true),
            evidence.map { LanguageEvidence(language: try tag($0.0), bits: $0.1) },
            among: languages.map(tag), facts: facts
        ).guess
    }

    @Test func clearEvidenceOutvotesCLD2() throws {
        #expect(try Self.decide([("en", 0.98)], [("es", 150), ("en", 60)]).language == Self.tag("es"))
        #expect(try Self.decide([("en", 0.98)], [("es", 60), ("en", 55)]).language == Self.tag("en"))
    }

    /// In a text of a language that we do not count, several of ours come near each other.
    @Test func unlistedLanguageStandsUnlessOneLeads() throws {
        #expect(try Self.decide([("mi", 0.98)], [("haw", 60), ("to", 50)]).language == Self.tag("mi"))
        #expect(try Self.decide([("vo", 0.98)], [("ha", 160), ("sw", 50)]).language == Self.tag("ha"))
    }

    @Test func answerForARelativeCounts() throws {
        // Zulu's evidence is near enough for CLD2's word to settle it; Swahili has no part in that word.
        #expect(try Self.decide([("zu", 0.99)], [("xh", 100), ("zu", 90)]).language == Self.tag("zu"))
        #expect(try Self.decide([("zu", 0.99)], [("xh", 100), ("sw", 101), ("zu", 10)]).language == Self.tag("xh"))
    }

    @Test func scriptExcludes() throws {
        #expect(
            try Self.decide([("fr", 0.9), ("zh", 0.1)], [("fr", 90), ("zh", 20)], among: ["zh", "ja"]).language
                == Self.tag("zh"))
    }

    @Test func confidenceRisesWithTheLead() {
        let leads = stride(from: -5.0, through: 400, by: 0.5).map(LanguageDecision.confidence(lead:))
        #expect(zip(leads, leads.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(leads.allSatisfy { (0.5...1).contains($0) })
        #expect(LanguageDecision.confidence(lead: 15) == 0.75)
    }

    @Test func evidenceSeesWordsAndTrigrams() throws {
        let evidence = LanguageModel.shared.evidence(of: "kwamba hata hivyo")
        #expect(evidence.max { $0.bits < $1.bits }?.language == (try Self.tag("sw")))
        #expect(LanguageModel.shared.evidence(of: "").isEmpty)
        #expect(LanguageModel.shared.languages.count > 90)
    }

    @Test func sampleKeepsCodePointsWhole() {
        let text = UTF8Text(String(repeating: "ọ̀ṣẹ́€𠀀", count: 20_000))
        let sample = LanguageSample.take(text)
        #expect(sample.count <= LanguageSample.limit + 16 * 65)
        #expect(UTF8Text(validating: sample.bytes) != nil)
        #expect(LanguageSample.take("short") == "short")
    }
}
