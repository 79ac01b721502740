import Terminology
import Testing
import UnicodeText

@Suite struct GlossaryMergeTests {
    private func concept(_ id: String, _ subject: String? = nil, _ terms: (LanguageTag, [UTF8Text])...) -> Concept {
        Concept(
            id: id, subjectField: subject,
            sections: terms.map { .init(language: $0.0, terms: $0.1.map { Term($0) }) })
    }

    private func merged(
        _ known: [Concept], _ other: [Concept], _ mode: GlossaryMerge.Mode = .keep
    ) -> (concepts: [Concept], report: GlossaryMerge.Report) {
        var merge = GlossaryMerge(into: Glossary(name: "g", concepts: known), source: "en", mode: mode)
        let report = merge.merge(Glossary(name: "h", description: "d", concepts: other))
        #expect(merge.glossary.name == "g" && merge.glossary.description == "d")
        return (merge.glossary.concepts, report)
    }

    @Test func conceptsMeetByTheirSourceTerm() {
        let (concepts, report) = merged(
            [concept("1", nil, ("en", ["bank"]), ("fr", ["banque"]))],
            [
                concept("7", "money", ("en", ["bank"]), ("sw", ["benki"])), concept("1", nil, ("en", ["loan"])),
                concept("9", nil, ("en", ["bank"]), ("fr", ["banque"])),
            ])
        #expect(
            concepts == [
                concept("1", "money", ("en", ["bank"]), ("fr", ["banque"]), ("sw", ["benki"])),
                concept("1-2", nil, ("en", ["loan"])),
            ])
        #expect(report.added == 1 && report.changed == 1 && report.unchanged == 1 && report.passedOver == [:])
    }

    @Test func anIdCountsOnlyWithATermInCommon() {
        let known = concept("1", nil, ("en", ["bank"]), ("fr", ["banque"]))
        let renamed = concept("1", nil, ("en", ["commercial bank"]), ("fr", ["banque"]))
        #expect(merged([known], [renamed], .replace).concepts == [renamed])
        let other = concept("1", nil, ("en", ["loan"]), ("fr", ["prêt"]))
        #expect(merged([known], [other], .replace).concepts.map(\.id) == ["1", "1-2"])
    }

    @Test func homonymsAreToldApartOrLeft() {
        let known = [
            concept("river", "rivers", ("en", ["bank"]), ("fr", ["rive"])),
            concept("money", "money", ("en", ["bank"]), ("fr", ["banque"])),
        ]
        let (concepts, report) = merged(
            known,
            [
                concept("1", "money", ("en", ["bank"]), ("sw", ["benki"])),
                concept("2", nil, ("en", ["bank"]), ("fr", ["rive"]), ("es", ["orilla"])),
                concept("3", nil, ("en", ["bank"]), ("pt", ["banco"])),
            ])
        #expect(concepts.map { $0.languages } == [["en", "fr", "es"], ["en", "fr", "sw"]])
        #expect(report.changed == 2 && report.passedOver == [.ambiguous: 1] && report.examples == [.ambiguous: ["3"]])
        // Concepts of one file never meet each other.
        #expect(merged([], known).concepts == known)
    }

    @Test func modesSayWhatOtherTermsDo() {
        let known = concept("1", nil, ("en", ["loan"]), ("fr", ["prêt"]))
        var other = concept("1", nil, ("en", ["loan"]), ("fr", ["emprunt", "prêt"]))
        other.note = "n"
        other.sections[1].terms[1].partOfSpeech = "noun"
        var kept = known
        kept.note = "n"
        kept.sections[1].terms[0].partOfSpeech = "noun"
        let keep = merged([known], [other])
        #expect(keep.concepts == [kept] && keep.report.changed == 1 && keep.report.passedOver == [.otherTerm: 1])
        let replaced = merged([known], [other], .replace)
        #expect(replaced.concepts == [other] && replaced.report.passedOver == [:])
        let both = merged([known], [other], .addVariant)
        #expect(both.concepts[0].terms(in: "fr").map(\.text) == ["prêt", "emprunt"])
        // Twice is once.
        for mode in GlossaryMerge.Mode.allCases {
            let once = merged([known], [other], mode).concepts
            let twice = merged(once, [other], mode)
            #expect(twice.concepts == once && twice.report.changed == 0)
        }
    }
}
