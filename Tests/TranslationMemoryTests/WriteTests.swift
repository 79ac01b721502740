import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@Suite struct WriteTests {
    struct Broken: Error {}

    private func texts(_ store: SQLiteStore, _ id: Int64 = 1) throws -> [String] {
        try store.unit(id: id)?.variants.map { "\($0.language): \($0.segment.text)" } ?? []
    }

    @Test func writingTheSameAgainChangesNothing() throws {
        var random = SplitMix(seed: 7)
        let units = (0..<200).map { _ in randomUnit(&random) }
        for mode in ImportMode.allCases {
            let store = try SQLiteStore()
            try store.write(units, mode: mode, termLinks: .always, revision: .test)
            // Units with the same empty source may fight; the second round settles them.
            try store.write(units, mode: mode, revision: .test)
            let before = try store.statistics()
            let contentsBefore = try contents(store)
            let distinct = units.filter { !($0.source?.segment.text.isEmpty ?? true) }
            let report = try store.write(distinct, mode: mode, termLinks: .always, revision: .test)
            #expect(report.created == 0 && report.updated == 0 && report.revision == nil)
            #expect(report.skipped == [.known: distinct.count])
            #expect(try store.statistics() == before)
            #expect(try contents(store) == contentsBefore)
        }
    }

    @Test func newLanguagesAreAdded() throws {
        let store = try SQLiteStore()
        try store.write([.english("Hello", ["fr": "Bonjour"])], revision: .test)
        let report = try store.write([.english("Hello", ["de": "Hallo", "fr": "Bonjour"])], revision: .test)
        #expect(report.updated == 1)
        #expect(report.variants["de"]?.added == 1)
        #expect(report.variants["fr"]?.known == 1)
        #expect(report.revision == 2)
        #expect(try texts(store) == ["en: Hello", "fr: Bonjour", "de: Hallo"])
    }

    @Test func keepLetsTheStoredTranslationWin() throws {
        let store = try SQLiteStore()
        try store.write([.english("Hello", ["fr": "Bonjour"])], revision: .test)
        var outcomes: [WrittenUnit] = []
        let report = try store.write([.english("Hello", ["fr": "Salut"])], mode: .keep, revision: .test) {
            outcomes.append($0)
        }
        #expect(outcomes == [WrittenUnit(id: 1, outcome: .skipped(.existingTranslation))])
        #expect(report.variants["fr"]?.refused == 1)
        #expect(report.revision == nil)
        #expect(try texts(store) == ["en: Hello", "fr: Bonjour"])
    }

    @Test func replacePutsTheNewTranslationInItsPlace() throws {
        let store = try SQLiteStore()
        try store.write([.english("Hello", ["de": "Hallo", "fr": "Bonjour"])], revision: .test)
        try store.write([.english("Hello", ["de": "Guten Tag"])], mode: .addVariant, revision: .test)
        #expect(try texts(store) == ["en: Hello", "de: Hallo", "fr: Bonjour", "de: Guten Tag"])
        let report = try store.write([.english("Hello", ["de": "Servus"])], mode: .replace, revision: .test)
        #expect(report.variants["de"]?.replaced == 1)
        #expect(try texts(store) == ["en: Hello", "de: Servus", "fr: Bonjour"])
    }

    @Test func replaceTakesMetadataButNotItsAbsence() throws {
        let store = try SQLiteStore()
        var unit = TranslationUnit.english("Hello", ["fr": "Bonjour"])
        unit.attributes = [Attribute("changeid", "ana")]
        unit.variants[1].attributes = [Attribute("usagecount", "1")]
        try store.write([unit], revision: .test)
        #expect(try store.write([.english("Hello", ["fr": "Bonjour"])], mode: .replace, revision: .test).updated == 0)
        unit.variants[1].attributes = [Attribute("usagecount", "2")]
        #expect(try store.write([unit], mode: .keep, revision: .test).updated == 0)
        #expect(try store.write([unit], mode: .replace, revision: .test).updated == 1)
        let stored = try #require(try store.unit(id: 1))
        #expect(stored.attributes["changeid"] == "ana")
        #expect(stored.variants[1].attributes["usagecount"] == "2")
    }

    @Test func identityIsKindLanguageTextAndCodes() throws {
        let store = try SQLiteStore()
        let plain = TranslationUnit.english("Hello")
        var phrase = plain
        phrase.kind = .phrase
        var coded = plain
        coded.variants[0].segment.codes = [InlineCode(kind: .placeholder, position: 5)]
        var british = plain
        british.sourceLanguage = "en-GB"
        british.variants[0].language = "en-GB"
        #expect(try store.write([plain, phrase, coded, british], revision: .test).created == 4)
        #expect(try store.write([british, coded, phrase, plain], revision: .test).skipped == [.known: 4])
        #expect(try store.units(matching: "Hello", language: "en").count == 3)
    }

    @Test func sourceStaysTheSourceWhenAMoreFittingTagComes() throws {
        let store = try SQLiteStore()
        let american = TranslationUnit(
            sourceLanguage: "en", variants: [Variant(language: "en-US", segment: "Color")])
        let both = TranslationUnit(
            sourceLanguage: "en-US",
            variants: [Variant(language: "en-US", segment: "Color"), Variant(language: "en", segment: "Colour")])
        try store.write([american], revision: .test)
        #expect(try store.write([both], revision: .test).updated == 1)
        #expect(try store.unit(id: 1)?.source?.segment.text == "Color")
        #expect(try store.write([american, both], revision: .test).skipped == [.known: 2])
    }

    @Test func termLinksAreBroughtUpToDate() throws {
        let store = try SQLiteStore()
        var unit = TranslationUnit.english("Digital economy grows")
        unit.termLinks = [TermLink(concept: "d/economy", term: "economy", range: 8..<15)]
        #expect(try store.write([unit], revision: .test).termLinksAdded == 1)
        #expect(try store.write([.english("Digital economy grows")], revision: .test).updated == 0)
        unit.termLinks = [
            TermLink(concept: "d/digital-economy", term: "digital economy", range: 0..<15),
            TermLink(concept: "d/economy", term: "economy", range: 8..<15),
        ]
        let report = try store.write([unit], revision: .test)
        #expect(report.updated == 1 && report.termLinksAdded == 1 && report.termLinksRemoved == 0)
        #expect(try store.unit(id: 1)?.termLinks == unit.termLinks)
        unit.termLinks = []
        #expect(try store.write([unit], termLinks: .always, revision: .test).termLinksRemoved == 2)
        #expect(try store.statistics().termLinks == 0)
    }

    @Test func malformedUnitsAreSkipped() throws {
        let store = try SQLiteStore()
        var outside = TranslationUnit.english("abc")
        outside.termLinks = [TermLink(concept: "c", term: "x", range: 2..<4)]
        var inside = TranslationUnit.english("é")
        inside.variants[0].segment.codes = [InlineCode(kind: .placeholder, position: 1)]
        var deep = InlineText("x")
        for _ in 0..<1000 {
            deep = InlineText("x", codes: [InlineCode(kind: .placeholder, position: 0, content: [.sub([], deep)])])
        }
        let nested = TranslationUnit(sourceLanguage: "en", variants: [Variant(language: "en", segment: deep)])
        let empty = TranslationUnit(sourceLanguage: "en", variants: [])
        let report = try store.write([outside, inside, nested, empty], revision: .test)
        #expect(report.skipped == [.invalid: 3, .noVariants: 1])
        #expect(try store.statistics().units == 0)
    }

    @Test func anErrorInTheMiddleLeavesNothing() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder["m.db"])
        try store.write([.english("before")], revision: .test)
        let before = try store.statistics()
        #expect(throws: Broken.self) {
            _ = try store.write(mode: .keep, termLinks: .always, revision: .test) { add in
                for index in 0..<100 { _ = try add(PreparedUnit(.english(UTF8Text("unit \(index)"), ["fr": "x"]))) }
                throw Broken()
            }
        }
        var after = try store.statistics()
        after.bytes = before.bytes
        #expect(after == before)
        #expect(try store.languages() == ["en"])
        #expect(try store.write([.english("after")], revision: .test).revision == 2)
    }

    @Test func theJournalTellsEveryState() throws {
        let store = try SQLiteStore()
        var random = SplitMix(seed: 3)
        var states: [TranslationUnit] = []
        let first = TranslationUnit.english("Hello", ["fr": "Bonjour"])
        try store.write([first], revision: .test)
        states.append(try #require(try store.unit(id: 1)))
        for round in 0..<5 {
            var next = randomUnit(&random)
            next.kind = .sentence
            next.variants[0] = first.variants[0]
            next.termLinks = []
            next.attributes = [Attribute("round", String(round))]
            let mode: ImportMode = round % 2 == 0 ? .replace : .addVariant
            try store.write([next], mode: mode, revision: RevisionInfo(action: "round \(round)"))
            let now = try #require(try store.unit(id: 1))
            if now != states.last { states.append(now) }
        }
        let history = try store.history(of: 1)
        #expect(history.map(\.after) == states)
        #expect(history.map(\.before) == [nil] + states.dropLast())
        #expect(history.first?.revision.info == .test)
        #expect(try store.history(of: 99).isEmpty)
    }

    @Test func aUnitWithVeryManyVariantsIsNotQuadratic() throws {
        let store = try SQLiteStore()
        var unit = TranslationUnit.english("Hello")
        unit.variants += (0..<20_000).map { Variant(language: "fr", segment: InlineText(UTF8Text("v\($0 % 15_000)"))) }
        let report = try store.write([unit], revision: .test)
        #expect(report.variants["fr"]?.added == 15_000)
        #expect(report.variants["fr"]?.known == 5_000)
        #expect(try store.write([unit], mode: .replace, revision: .test).skipped == [.known: 1])
    }
}
