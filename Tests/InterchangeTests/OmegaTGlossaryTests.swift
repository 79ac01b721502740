import Interchange
import Terminology
import Testing
import UnicodeText

@Suite struct OmegaTGlossaryTests {
    private func read(_ bytes: [UInt8], _ file: String) throws -> (pairs: [String], problems: [String]) {
        var problems: [String] = []
        let glossary = try OmegaTGlossary.read(bytes, name: "g", file: file, from: "en", to: "fr") {
            problems.append("\($0.line ?? 0) \($0.code)")
        }
        return (
            glossary.concepts.map { concept in
                let targets = concept.terms(in: "fr").map { "\($0.text)\($0.note.map { " (\($0))" } ?? "")" }
                return "\(concept.terms(in: "en").map(\.text)) \(targets) \(concept.note ?? "-")"
            }, problems
        )
    }

    @Test func tabsAndComments() throws {
        let text = """
            # Glossary -*- coding: utf-8 -*-
            bank\tbanque\tmoney
             bank \t établissement\t\tx
            # a comment\tx
            lonely
            \tno source
            WHO\t\ta name

            "quoted\tentre "guillemets"
            """
        let expected = [
            "[bank] [\"banque (money)\", \"établissement\"] -", "[WHO] [] a name",
            "[\"quoted] [\"entre \\\"guillemets\\\"\"] -",
        ]
        for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
            for file in ["g.txt", "g.tab", "g.utf8"] {
                let (pairs, problems) = try read(bytes, file)
                #expect(pairs == expected)
                #expect(problems == ["5 omegat.columns", "6 omegat.columns"])
            }
        }
    }

    @Test func rowsOfCSVAreLines() throws {
        let (pairs, problems) = try read(
            Array("\"a, b\",\"c \"\"d\"\"\",note\n\"broken,x\ne,f\n# x,y\n".utf8), "g.csv")
        #expect(pairs == ["[a, b] [\"c \\\"d\\\" (note)\"] -", "[e] [\"f\"] -"])
        #expect(problems == ["2 omegat.columns"])
    }

    @Test func theEncodingIsAsTheFileSays() throws {
        let named = Array("# -*- coding: iso-8859-1 -*-\nsummer\t".utf8) + [0xE9, 0x74, 0xE9, 0x0A]
        #expect(try read(named, "g.txt").pairs == ["[summer] [\"été\"] -"])
        // In .utf8 the comment says nothing.
        #expect { try read(named, "g.utf8") } throws: {
            ($0 as? Diagnostic)?.code == "encoding.invalid-bytes" && ($0 as? Diagnostic)?.line == 2
        }
        #expect { try read(Array("# coding: utf-9\na\tb\n".utf8), "g.txt") } throws: {
            ($0 as? Diagnostic)?.code == "omegat.coding"
        }
    }

    @Test(arguments: [TableSeparator.tab, .comma])
    func whatIsWrittenIsRead(_ separator: TableSeparator) throws {
        let glossary = Glossary(
            name: "g",
            concepts: [
                Concept(
                    id: "1", definition: "d\ne",
                    sections: [
                        .init(language: "en", terms: [Term("bank, \"the\""), Term("lender", status: .admitted)]),
                        .init(
                            language: "fr",
                            terms: [
                                Term("prêteur", status: .admitted), Term("banque"), Term("faux", status: .forbidden),
                            ]),
                    ]),
                Concept(
                    id: "2", isTranslatable: false, sections: [.init(language: "en", terms: [Term("WHO")])]),
                Concept(
                    id: "3",
                    sections: [
                        .init(language: "en", terms: [Term("#tag")]), .init(language: "fr", terms: [Term("dièse")]),
                    ]),
                Concept(id: "4", sections: [.init(language: "en", terms: [Term("alone")])]),
            ])
        var bytes: [UInt8] = []
        var problems: [String] = []
        let count = try OmegaTGlossary.write(
            glossary, separator: separator, from: "en", to: "fr", report: { problems.append($0.code) }
        ) { bytes += $0 }
        #expect(count == 4)
        #expect(problems == ["omegat.comment"])
        #expect(
            try read(bytes, separator == .tab ? "g.txt" : "g.csv").pairs == [
                "[bank, \"the\"] [\"banque (d e)\", \"prêteur (d e)\"] -", "[lender] [\"banque (d e)\"] -",
                "[WHO] [\"WHO\"] -",
            ])
    }
}
