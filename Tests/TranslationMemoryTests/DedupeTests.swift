import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@Suite struct DedupeTests {
    private static let info = RevisionInfo(date: Timestamp(milliseconds: 9), action: "dedupe")

    @discardableResult
    private func dedupe(
        _ store: SQLiteStore, _ criterion: DedupeOptions.Criterion, dryRun: Bool = false,
        _ change: (inout DedupeOptions) -> Void = { _ in }
    ) throws -> (report: DedupeReport, groups: [DuplicateGroup]) {
        var options = DedupeOptions(criterion)
        change(&options)
        var groups: [DuplicateGroup] = []
        let report = try store.dedupe(options, dryRun: dryRun, as: Self.info) { groups.append($0) }
        return (report, groups)
    }

    /// What the units that go have is with the one that stays.
    @Test func nothingOfDuplicatesIsLost() throws {
        let store = try SQLiteStore()
        var phrase = TranslationUnit.english("Two words", ["fr": "Deux mots", "de": "Zwei Wörter"])
        phrase.kind = .phrase
        phrase.attributes = [Attribute("usagecount", "3"), Attribute("creationdate", "20200101T000000Z")]
        phrase.annotations = [.note("seen"), .property("client", "UNO")]
        phrase.termLinks = [TermLink(concept: "press/word", term: "word", range: 4..<9)]
        phrase.context = Context(previous: "One.", next: "Three.")
        var sentence = TranslationUnit.english("Two words", ["fr": "Deux mots", "sw": "Maneno mawili"])
        sentence.attributes = [
            Attribute("usagecount", "2"), Attribute("creationdate", "20210101T000000Z"), Attribute("creationid", "eve"),
        ]
        sentence.annotations = [.note("seen"), .note("new")]
        sentence.context.id = "s1"
        let other = TranslationUnit.english("Two words.", ["fr": "Deux mots"])
        try store.write([phrase, sentence, other], revision: .test)
        let before = try units(store)
        let (report, groups) = try dedupe(store, .both)
        #expect(groups.map { $0.members.map(\.unit) } == [[2, 1]])
        #expect((report.groups, report.units, report.removed, report.updated) == (1, 2, 1, 1))
        #expect((report.variantsTaken, report.variantsDropped, report.revision) == (1, 0, 2))
        let kept = try #require(try store.unit(id: 2))
        #expect(try store.unit(id: 1) == nil)
        #expect(kept.kind == .sentence)
        #expect(kept.variants.map(\.language) == ["en", "fr", "sw", "de"])
        #expect(kept.attributes["usagecount"] == "5")
        #expect(kept.attributes["creationdate"] == "20200101T000000Z" && kept.attributes["creationid"] == nil)
        #expect(kept.annotations == [.note("seen"), .note("new"), .property("client", "UNO")])
        #expect(kept.termLinks == phrase.termLinks)
        let places = [phrase.context, sentence.context]
        #expect(kept.variants.map(\.contexts) == [[], [places[1], places[0]], [], [places[0]]])
        #expect(kept.context == places[1])
        #expect(try store.undo(2, keepsChanged: false, as: .test).recreated == 1)
        #expect(try units(store) == before)
        #expect(try problems(store).isEmpty)
    }

    @Test func aTranslationInCommonMakesDuplicates() throws {
        let store = try SQLiteStore()
        func unit(_ kind: SegmentKind, _ others: [LanguageTag: UTF8Text]) -> TranslationUnit {
            var unit = TranslationUnit.english("Go", others)
            unit.kind = kind
            return unit
        }
        // The first and the third come together by way of the second.
        try store.write(
            [
                unit(.block, ["fr": "Va"]), unit(.paragraph, ["fr": "Va", "de": "Geh"]), unit(.phrase, ["de": "Geh"]),
                unit(.sentence, ["fr": "Allez"]),
            ], revision: .test)
        #expect(try dedupe(store, .both, dryRun: true) { $0.languages = ["de"] }.groups.map(\.count) == [2])
        #expect(try dedupe(store, .both).groups.map { $0.members.map(\.unit) } == [[3, 2, 1]])
        #expect(try units(store).map(\.id) == [3, 4])
        #expect(try dedupe(store, .both).report.revision == nil)
        let (report, _) = try dedupe(store, .source)
        #expect((report.removed, report.variantsTaken, report.variantsDropped) == (1, 1, 1))
        #expect(try store.unit(id: 4)?.variants.map(\.segment.text) == ["Go", "Allez", "Geh"])
    }

    @Test(arguments: [
        (DedupeOptions.Preference.newest, "B" as UTF8Text), (.oldest, "A"), (.mostUsed, "C"),
    ])
    func oneOfASource(preference: DedupeOptions.Preference, kept: UTF8Text) throws {
        let store = try SQLiteStore()
        let all = [("A", "2019", "1"), ("B", "2023", "2"), ("C", "2021", "9")].enumerated().map { index, each in
            var unit = TranslationUnit.english("Go", ["fr": UTF8Text(each.0)])
            unit.kind = SegmentKind.allCases[index]
            unit.attributes = [Attribute("changedate", "\(each.1)0101T000000Z"), Attribute("usagecount", each.2)]
            return unit
        }
        try store.write(all, revision: .test)
        let (report, groups) = try dedupe(store, .source) { $0.preference = preference }
        #expect(try units(store).map { $0.variants.map(\.segment.text) } == [["Go", kept]])
        #expect((report.removed, report.variantsDropped, groups.count) == (2, 2, 1))
        #expect(try units(store)[0].attributes["usagecount"] == "12")
    }

    @Test func oneTextInEachLanguageOfAUnit() throws {
        let store = try SQLiteStore()
        try store.write([.english("Go", ["fr": "A"])], revision: .test)
        try store.write([.english("Go", ["fr": "B"])], mode: .addVariant, revision: .test)
        let (oldest, _) = try dedupe(store, .source, dryRun: true) { $0.preference = .oldest }
        #expect((oldest.groups, oldest.updated, oldest.variantsDropped) == (0, 1, 1))
        try dedupe(store, .source) { $0.preference = .oldest }
        #expect(try units(store)[0].variants.map(\.segment.text) == ["Go", "A"])
        _ = try store.undo(3, keepsChanged: false, as: .test)
        try dedupe(store, .source)
        #expect(try units(store)[0].variants.map(\.segment.text) == ["Go", "B"])
    }

    @Test func oneTranslationOfSeveralSources() throws {
        let store = try SQLiteStore()
        try store.write(
            [
                .english("Yes", ["fr": "Oui"]), .english("Aye", ["fr": "Oui", "de": "Ja"]),
                .english("Oui", ["fr": "Oui"]), .english("No", ["fr": "Non"]),
            ], revision: .test)
        let before = try units(store)
        let (told, groups) = try dedupe(store, .target)
        #expect((told.groups, told.units, told.removed, told.revision) == (1, 3, 0, nil))
        #expect(groups.first?.text == "Oui" && groups.first?.language == "fr")
        #expect(try units(store) == before)
        let (report, _) = try dedupe(store, .target) {
            $0.removesTargets = true
            $0.preference = .oldest
        }
        #expect((report.removed, report.updated, report.variantsDropped) == (1, 1, 2))
        #expect(
            try units(store).map { $0.variants.map(\.segment.text) } == [
                ["Yes", "Oui"], ["Aye", "Ja"], ["No", "Non"],
            ])
        _ = try store.undo(2, keepsChanged: false, as: .test)
        #expect(try units(store) == before)
    }

    /// A unit without its source is told from others by its first text, which it keeps.
    @Test func unitsWithoutTheirSource() throws {
        let store = try SQLiteStore()
        let units = ["Oui", "Ja"].map { text in
            TranslationUnit(
                sourceLanguage: "en",
                variants: [
                    Variant(language: "fr", segment: InlineText(UTF8Text(text))),
                    Variant(language: "de", segment: "Ja"),
                ])
        }
        try store.write(units, revision: .test)
        for criterion in DedupeOptions.Criterion.allCases {
            try dedupe(store, criterion) { $0.removesTargets = criterion == .target }
            #expect(try problems(store).isEmpty)
        }
        #expect(try TranslationMemoryTests.units(store).map { $0.variants.map(\.segment.text) } == [["Ja", "Ja"]])
    }

    @Test func foldedTexts() throws {
        let store = try SQLiteStore()
        try store.write(
            [.english("The  End ", ["fr": "LA FIN"]), .english("the end", ["fr": "la\u{A0}fin"])], revision: .test)
        #expect(try dedupe(store, .both).report.groups == 0)
        let (report, groups) = try dedupe(store, .both) { $0.foldsTexts = true }
        #expect((report.removed, report.variantsTaken, groups.first?.text) == (1, 0, "the end"))
        #expect(try units(store).map { $0.variants.map(\.segment.text) } == [["the end", "la\u{A0}fin"]])
        // The table of folded texts is gone: once more is no error.
        #expect(try dedupe(store, .source) { $0.foldsTexts = true }.report.groups == 0)
    }

    private struct Pair: Hashable {
        var source: UTF8Text
        var language: LanguageTag
        var text: UTF8Text
    }

    private static func pairs(_ units: [TranslationUnit]) -> [Set<Pair>] {
        units.map { unit in
            let source = unit.source?.segment.text ?? ""
            return Set(
                unit.variants.filter { $0.language != "en" }.map {
                    Pair(source: source, language: $0.language, text: $0.segment.text)
                })
        }
    }

    /// What is found is what comparing all pairs finds, and what is lost is only what was to be lost.
    @Test(arguments: [DedupeOptions.Criterion.both, .source, .target])
    func likeComparingAll(criterion: DedupeOptions.Criterion) throws {
        var random = SplitMix(seed: 404)
        for round in 0..<12 {
            let store = try SQLiteStore()
            for _ in 0..<3 {
                try store.write(
                    (0..<12).map { _ in TranslationUnit.random(&random) }, mode: .addVariant, revision: .test)
            }
            let before = try units(store)
            let last = try store.state().revision
            let preference = DedupeOptions.Preference.allCases[round % 3]
            let change: (inout DedupeOptions) -> Void = {
                $0.preference = preference
                $0.removesTargets = criterion == .target
                $0.examples = 0
            }
            var (dry, dryGroups) = try dedupe(store, criterion, dryRun: true, change)
            #expect(try units(store) == before)
            #expect(try store.state().revision == last)
            let (report, groups) = try dedupe(store, criterion, change)
            dry.revision = report.revision
            #expect(dry == report && dryGroups == groups && report.groups == groups.count)
            let after = try units(store)
            #expect(before.count - after.count == report.removed)
            let (old, new) = (Self.pairs(before), Self.pairs(after))
            #expect(Set(new.joined()).isSubset(of: Set(old.joined())))
            switch criterion {
            case .both:
                // All that was said is still said, and only once.
                #expect(Set(new.joined()) == Set(old.joined()))
                #expect(new.map(\.count).reduce(0, +) == Set(old.joined()).count)
            case .source:
                #expect(Set(after.map { $0.source?.segment.text }).count == after.count)
                #expect(after.allSatisfy { Set($0.variants.map(\.language)).count == $0.variants.count })
            case .target:
                var sources: [Pair: Set<UTF8Text>] = [:]
                for pair in new.joined() {
                    sources[Pair(source: "", language: pair.language, text: pair.text), default: []].insert(pair.source)
                }
                #expect(sources.values.allSatisfy { $0.count == 1 })
            }
            #expect(try problems(store).isEmpty)
            guard let revision = report.revision else { continue }
            _ = try store.undo(revision, keepsChanged: false, as: .test)
            #expect(try units(store) == before)
            #expect(try problems(store).isEmpty)
        }
    }
}
