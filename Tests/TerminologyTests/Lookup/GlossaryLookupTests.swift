import Terminology
import Testing
import UnicodeText

@Suite struct GlossaryLookupTests {
    private let lookup: GlossaryLookup

    init() {
        let concepts = ["digital economy", "memorandum of understanding", "São Tomé", "policy", "data security"].map {
            Concept(id: $0, sections: [.init(language: "en", terms: [Term(UTF8Text($0))])])
        }
        lookup = GlossaryLookup(glossaries: [Glossary(name: "t", concepts: concepts)], language: "en")
    }

    @Test(arguments: [
        ("digital economy", LookupResult.Kind.exact, "digital economy"),
        ("Digital-Economy", .folded, "digital economy"),
        ("sao tome", .accents, "São Tomé"), ("digital economies", .inflected, "digital economy"),
        ("memorandums of understanding", .inflected, "memorandum of understanding"),
    ])
    func isTolerant(_ question: String, _ kind: LookupResult.Kind, _ term: String) {
        let results = lookup.results(for: UTF8Text(question))
        #expect(results.map(\.kind) == [kind])
        #expect(results.map { "\($0.term.text)" } == [term])
    }

    @Test func offersNearMisses() {
        #expect(lookup.results(for: "digtial economy").isEmpty)
        #expect(lookup.suggestions(for: "digtial economy", limit: 5).map(\.kind) == [.near])
        #expect(lookup.suggestions(for: "security", limit: 5).map { "\($0.term.text)" } == ["data security"])
        #expect(lookup.results(for: "police").isEmpty)
        #expect(lookup.suggestions(for: "zzzzzzzz", limit: 5).isEmpty)
        #expect(lookup.suggestions(for: "", limit: 5).isEmpty)
    }
}
