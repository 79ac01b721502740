import Terminology
import Testing
import UnicodeText

@Suite struct ConceptChangeTests {
    private let concept = Concept(
        id: "1", subjectField: "money", note: "n",
        sections: [
            .init(language: "en", terms: [Term("bank", partOfSpeech: "noun")]),
            .init(language: "fr", terms: [Term("banque"), Term("caisse", status: .admitted)]),
        ])

    private func changed(_ change: (inout ConceptChange) -> Void) throws(ConceptChangeError) -> Concept {
        var wanted = ConceptChange()
        change(&wanted)
        var result = concept
        try wanted.apply(to: &result)
        return result
    }

    @Test func fieldsAreSetAndTakenAway() throws {
        let result = try changed {
            $0.subjectField = ""
            $0.definition = "d"
            $0.isTranslatable = false
        }
        #expect(result.subjectField == nil && result.definition == "d" && result.note == "n" && !result.isTranslatable)
        #expect(result.sections == concept.sections)
    }

    @Test func termsAreAddedAndNamed() throws {
        let result = try changed {
            $0.terms = [.init("fr", "établissement"), .init("sw", "benki")]
            $0.source = "IATE"
        }
        #expect(result.terms(in: "fr").map(\.status) == [.preferred, .admitted, .admitted])
        #expect(result.terms(in: "sw") == [Term("benki", source: "IATE")])
        #expect(result.terms(in: "fr").map(\.source) == [nil, nil, "IATE"])
    }

    @Test func thereIsOnePreferredTerm() throws {
        let result = try changed {
            $0.terms = [.init("fr", "caisse")]
            $0.status = .preferred
        }
        #expect(result.terms(in: "fr").map(\.status) == [.admitted, .preferred])
        #expect(result.preferredTerm(in: "fr")?.text == "caisse")
    }

    @Test func aRenamedTermKeepsWhatIsSaidOfIt() throws {
        let result = try changed {
            $0.renames = [.init(.init("en", "bank"), to: "commercial bank")]
            $0.flags = .exact
        }
        #expect(result.terms(in: "en") == [Term("commercial bank", partOfSpeech: "noun", flags: .exact)])
    }

    @Test func whatCannotBeIsAnError() {
        func error(_ change: (inout ConceptChange) -> Void) -> ConceptChangeError? {
            do throws(ConceptChangeError) {
                _ = try changed(change)
                return nil
            } catch { return error }
        }
        #expect(error { $0.dropped = [.init("en", "loan")] } == .noSuchTerm(.init("en", "loan")))
        #expect(error { $0.renames = [.init(.init("de", "x"), to: "y")] } == .noSuchTerm(.init("de", "x")))
        #expect(error { $0.renames = [.init(.init("fr", "banque"), to: "caisse")] } == .exists(.init("fr", "caisse")))
        #expect(error { $0.status = .forbidden } == .noTermNamed)
        #expect(error { $0.terms = [.init("fr", "")] } == .emptyTerm("fr"))
        #expect(
            error { $0.dropped = [.init("en", "bank"), .init("fr", "banque"), .init("fr", "caisse")] } == .noTermLeft)
    }

    @Test func freshIdsAreUnique() {
        let glossary = Glossary(name: "g", concepts: [Concept(id: "bank"), Concept(id: "bank-2"), Concept(id: "c3")])
        #expect(glossary.freshID(for: "Bank") == "bank-3")
        #expect(glossary.freshID(for: "The World Bank (IBRD)") == "the-world-bank-ibrd")
        #expect(glossary.freshID(for: "银行") == "c4")
        #expect(glossary.freshID(for: "école") == "c4")
    }
}
