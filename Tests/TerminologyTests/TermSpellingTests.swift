import Testing
import UnicodeText

@testable import Terminology

@Suite struct TermSpellingTests {
    private func others(_ text: UTF8Text, _ tag: LanguageTag, isName: Bool = true, isAcronym: Bool = false) -> [String]
    {
        TermSpelling.others(of: text, isName: isName, isAcronym: isAcronym, TermLanguage.of(tag).names).map {
            $0.text.description
        }
    }

    @Test func initialsHavePointsOrNone() {
        #expect(others("US", "en", isAcronym: true) == ["U.S", "U. S"])
        #expect(others("U.S.", "en", isAcronym: true) == ["U.S", "U. S", "US"])
        #expect(others("EE. UU.", "es", isAcronym: true) == ["EE.UU", "EE. UU", "EEUU", "EE UU"])
        #expect(others("यू॰के॰", "hi") == ["यू.के", "यू. के", "यूके", "यू के"])
    }

    @Test(arguments: ["UNESCO", "St. Lucia", "A", "No. 1", "..", ".A.B", "A B", "U.S. Virgin", "Costa Rica", "Ph.D."])
    func otherTermsHaveNone(_ text: UTF8Text) { #expect(others(text, "en", isAcronym: true).isEmpty) }

    @Test func namesHaveWhatTheLanguageGivesThem() {
        #expect(others("États-Unis", "fr") == ["Etats-Unis"])
        #expect(others("États-Unis", "fr", isName: false).isEmpty)
        #expect(others("États-Unis", "es").isEmpty)
        #expect(others("Korea Kaskazini", "sw") == ["Korea ya Kaskazini"])
        #expect(others("Makedonia ya Kaskazini", "sw") == ["Makedonia Kaskazini"])
        #expect(others("ya Kaskazini", "sw").isEmpty)
        #expect(others("中国", "zh") == ["中", "华"])
    }

    /// A spelling is another way to the same term, and never a second term at a place.
    @Test func aPlaceHasATermOnce() throws {
        let concept = Concept(
            id: "us",
            sections: [
                .init(
                    language: "en",
                    terms: ["US", "U.S.", "USA"].map { Term($0, type: .acronym, partOfSpeech: "properNoun") })
            ])
        let matcher = TermMatcher(glossaries: [Glossary(name: "t", concepts: [concept])], language: "en")
        let found = matcher.scanner().occurrences(in: "the U.S. and the US, U. S. A.", overlapping: true)
        #expect(found.map { "\($0.found)/\($0.term.text)" } == ["U.S/U.S.", "US/US", "U. S. A/USA"])
        #expect(found.map(\.form) == [.folded, .exact, .folded])
    }

    @Test func aShortNameInACompoundSaysSo() throws {
        let concept = Concept(
            id: "us", sections: [.init(language: "zh", terms: [Term("美国", partOfSpeech: "properNoun")])])
        let matcher = TermMatcher(glossaries: [Glossary(name: "t", concepts: [concept])], language: "zh")
        let found = matcher.occurrences(in: "中美关系")
        #expect(found.map(\.found) == ["美"])
        #expect(found.first?.rules == ["short name in a compound"])
        #expect(matcher.occurrences(in: "美").isEmpty)
        #expect(matcher.occurrences(in: "中\n美").isEmpty)
    }
}
