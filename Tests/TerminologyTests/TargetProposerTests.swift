import Terminology
import Testing
import UnicodeText

@Suite struct TargetProposerTests {
    private static func proposals(
        _ copy: [String], _ units: [(String, String)], to target: LanguageTag
    ) -> [String: TargetProposal] {
        let extractor = TermExtractor(language: .english, options: .init(minimumCount: 1))
        for text in copy { extractor.add(UTF8Text(text)) }
        let candidates = extractor.candidates()
        let proposer = TargetProposer(candidates, of: extractor, to: target)
        for unit in units { proposer.gather(UTF8Text(unit.0), UTF8Text(unit.1)) }
        for (index, unit) in units.enumerated() {
            proposer.count(UTF8Text(unit.0), UTF8Text(unit.1), unit: Int64(index + 1))
        }
        var result: [String: TargetProposal] = [:]
        for (candidate, proposal) in zip(candidates, proposer.proposals()) {
            if let proposal { result[candidate.text.description] = proposal }
        }
        return result
    }

    private static let units = [
        ("The solar farm opens.", "La ferme solaire ouvre."),
        ("Two solar farms close.", "Deux fermes solaires ferment."),
        ("A wind farm stands here.", "Un parc éolien se trouve ici."),
        ("A second wind farm grows.", "Un second parc éolien grandit."),
        ("Cattle farms are old.", "Les élevages sont anciens."),
        ("Nothing was said.", "Rien n’a été dit."),
        ("The sun rises.", "Le soleil se lève."),
        ("It rains today.", "Il pleut aujourd’hui."),
        ("A solar farm in the north.", "Une ferme solaire dans le nord."),
    ]

    @Test func whatTwoStatisticsAgreeOnIsProposed() throws {
        let found = Self.proposals(["A solar farm, a wind farm, a cattle farm."], Self.units, to: "fr")
        let solar = try #require(found["solar farm"])
        #expect(
            solar.text == "ferme solaire" && solar.sourceUnits == 3 && solar.bothUnits == 3 && solar.targetUnits == 3)
        #expect(solar.dice == 1 && solar.logLikelihood > 10.83 && solar.unit == 1)
        // Two units of nine could be chance, and one is no evidence.
        #expect(found["wind farm"] == nil && found["cattle farm"] == nil)
    }

    @Test func languagesWithoutSpacesAndWithoutData() throws {
        var units = (0..<60).map { ("Sentence \($0) of no import.", "第\($0)句话不重要。") }
        units += [
            ("A solar farm opens.", "太阳能电站开业。"), ("The solar farm closes.", "太阳能电站关闭。"),
            ("One solar farm more.", "又有一座太阳能电站。"),
        ]
        let found = Self.proposals(["A solar farm."], units, to: "zh")
        #expect(found["solar farm"]?.text == "太阳能电站")
    }
}
