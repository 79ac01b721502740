import Testing
import TranslationMemory
import UnicodeText

@Suite struct FilterTests {
    private func store() throws -> SQLiteStore {
        let store = try SQLiteStore()
        var phrase = TranslationUnit.english("one", ["fr": "un", "pt-BR": "um"])
        phrase.kind = .phrase
        phrase.origin = Origin(.glossary, name: "numbers")
        phrase.attributes = [Attribute("usagecount", "2")]
        phrase.annotations = [.property("client", "UNO"), .note("client")]
        var linked = TranslationUnit.english("two", ["fr": "deux"])
        linked.termLinks = [TermLink(concept: "numbers/two", term: "two", range: 0..<3)]
        linked.origin = Origin(.press, name: "a.txt")
        linked.variants[1].attributes = [Attribute("changeid", "eve")]
        try store.write(
            [phrase, linked], revision: RevisionInfo(date: Timestamp(milliseconds: 1000), action: "import"))
        try store.write(
            [
                .english("three"),
                TranslationUnit(sourceLanguage: "fr", variants: [Variant(language: "fr", segment: "quatre")]),
            ],
            revision: RevisionInfo(date: Timestamp(milliseconds: 2000), action: "import"))
        return store
    }

    private func ids(_ change: (inout UnitFilter) -> Void) throws -> [Int64] {
        var filter = UnitFilter()
        change(&filter)
        let store = try store()
        var units: [TranslationUnit] = []
        try store.forEachUnit(where: filter) { units.append($0) }
        var stored: [TranslationUnit] = []
        try store.forEachStoredUnit(where: filter) { stored.append(try $0.unit()) }
        #expect(stored == units)
        return units.map { $0.id ?? 0 }
    }

    @Test func filters() throws {
        #expect(try ids { _ in } == [1, 2, 3, 4])
        #expect(try ids { $0.allLanguages = ["fr", "pt"] } == [1])
        #expect(try ids { $0.anyLanguage = ["fr", "pt"] } == [1, 2, 4])
        #expect(try ids { $0.allLanguages = ["xx"] } == [])
        #expect(try ids { $0.sourceLanguage = "en" } == [1, 2, 3])
        #expect(try ids { $0.kinds = [.phrase] } == [1])
        #expect(try ids { $0.originKinds = [.press, .glossary] } == [1, 2])
        #expect(try ids { $0.originName = "a.txt" } == [2])
        #expect(try ids { $0.concepts = ["numbers/two"] } == [2])
        #expect(try ids { $0.changedSince = Timestamp(milliseconds: 2000) } == [3, 4])
        #expect(try ids { $0.changedBefore = Timestamp(milliseconds: 2000) } == [1, 2])
        #expect(
            try ids {
                $0.originName = "a.txt"
                $0.concepts = ["numbers/two"]
                $0.changedBefore = Timestamp(milliseconds: 2000)
                $0.anyLanguage = ["fr"]
            } == [2])
        #expect(try ids { $0.ids = [4, 1, 77] } == [1, 4])
        #expect(try ids { $0.sourceText = "o" } == [1, 2])
        #expect(try ids { $0.sourceText = "quatre" } == [4])
        #expect(try ids { $0.targetText = "quatre" } == [])
        #expect(try ids { $0.targetText = "u" } == [1, 2])
        #expect(try ids { $0.targetText = "U" } == [])
        #expect(try ids { $0.targetText = UTF8Text(String(repeating: "u", count: 100)) } == [])
        #expect(try ids { $0.attributes = [Attribute("usagecount", "2")] } == [1])
        #expect(try ids { $0.attributes = [Attribute("changeid", "eve")] } == [2])
        #expect(try ids { $0.properties = [Attribute("client", "UNO")] } == [1])
        #expect(try ids { $0.properties = [Attribute("", "client")] } == [])
        #expect(try ids { $0.minimumUsage = 2 } == [1])
        #expect(try ids { $0.maximumUsage = 1 } == [2, 3, 4])
        #expect(try ids { $0.originName = "'; DROP TABLE unit; --" } == [])
    }
}
