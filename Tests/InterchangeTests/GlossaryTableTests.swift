import Interchange
import Terminology
import Testing
import UnicodeText

@Suite struct GlossaryTableTests {
    private func read(_ text: String) throws -> Glossary {
        try GlossaryTable.read(Array(text.utf8), name: "g", file: nil)
    }

    private func written(_ glossary: Glossary, _ separator: TableSeparator = .comma) throws -> String {
        var bytes: [UInt8] = []
        try GlossaryTable.write(glossary, separator: separator, languages: glossary.languages) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func rowsOfOneIdAreOneConcept() throws {
        let glossary = try read(
            """
            id,en,fr,status,flags,note
            1,bank,banque,,exact case,money
            1,bank,établissement,admitted,,other
            2,WHO,,,do-not-translate case,
            ,,,,,
            3,bank,rive,,,
            """)
        #expect(glossary.concepts.map(\.id) == ["1", "2", "3"])
        let bank = glossary.concepts[0]
        // A term that several rows have is there once.
        #expect(bank.terms(in: "en") == [Term("bank", flags: [.exact, .caseSensitive])])
        #expect(bank.terms(in: "fr").map(\.text) == ["banque", "établissement"])
        #expect(bank.note == "money")
        let who = glossary.concepts[1]
        #expect(!who.isTranslatable && who.preferredTerm(in: "fr")?.text == "WHO")
    }

    @Test(arguments: TableSeparator.allCases)
    func whatTablesHoldComesBack(_ separator: TableSeparator) throws {
        let glossary = try read(
            """
            concept,subject,status,flags,definition,note,en,fr
            a,"money, banks",preferred,exact do-not-translate,a definition,"said ""so"" then",bank,banque
            a,"money, banks",admitted,prefix do-not-translate,,,lender,prêteur
            b,,preferred,,,,"x;y",
            """)
        let text = try written(glossary, separator)
        #expect(try read(text) == glossary)
        #expect(text.split(separator: "\n").count == 4)
    }

    @Test func oneConceptMayHaveManyTerms() throws {
        let rows = (0..<200).map { "1,t\($0 * $0 % 61),u\($0 % 40)" }
        let glossary = try read("id,en,fr\n" + rows.joined(separator: "\n"))
        var seen: Set<Int> = []
        let squares = (0..<200).map { $0 * $0 % 61 }.filter { seen.insert($0).inserted }
        #expect(glossary.concepts.map { $0.terms(in: "en").map(\.text) } == [squares.map { UTF8Text("t\($0)") }])
        #expect(glossary.concepts[0].terms(in: "fr").map(\.text) == (0..<40).map { UTF8Text("u\($0)") })
    }

    @Test func columnsOfNothingAreLeftOut() throws {
        #expect(try written(read("en,fr\nx,y\n")) == "concept,subject,status,en,fr\n1,,preferred,x,y\n")
    }
}
