import Foundation
import Testing

@Suite struct ExtractionTests {
    private static let copy = """
        Lithium battery plants open in Zambia

        The first lithium battery plant of the region opened on Monday. Engineers at the lithium battery plant were trained by the \
        Southern Mineral Processing Authority (SMPA). Trade in goods grew, said the SMPA.

        """

    private static let table = """
        en\tfr
        A lithium battery plant opens.\tUne usine de batteries au lithium ouvre.
        The lithium battery plants are new.\tLes usines de batteries au lithium sont neuves.
        Our lithium battery plant is large.\tNotre usine de batteries au lithium est grande.
        Nothing was said.\tRien n’a été dit.
        It rains.\tIl pleut.
        She left.\tElle est partie.
        He came.\tIl est venu.
        They won.\tIls ont gagné.
        We lost.\tNous avons perdu.

        """

    @Test func termsAreProposedWithTranslationsOfTheMemory() throws {
        let program = try Program()
        defer { program.remove() }
        let memory = program.path("m.db")
        try program.write(Self.table, to: "a.tsv")
        try program.write(Self.copy, to: "copy.txt")
        #expect(try program.run("import", "a.tsv", "--memory", memory).status == 0)
        let result = try program.run("terms", "--extract", "copy.txt", "--to", "fr", "--memory", memory)
        #expect(
            result.text == """
                lithium battery plant  term · 3 × in 3 segments · C-value 7.8
                    also Lithium battery plants
                    fr  usine de batteries au lithium  (in 3 of 3 units; Dice 1.0, G² 11.5; unit 1)
                    copy.txt: Lithium battery plants open in Zambia
                Southern Mineral Processing Authority (SMPA)  name · 3 × in 2 segments · C-value 5.0
                    copy.txt: Engineers at the lithium battery plant were trained by the Southern Mineral Processing Authority (SMPA).

                """)
        let records = try program.run("terms", "--extract", "copy.txt", "--to", "fr", "--memory", memory, "--json")
        #expect(records.text.contains(#""text":"Lithium battery plants open in Zambia","start":0,"end":22"#))
        #expect(records.text.contains(#""fr":{"term":"usine de batteries au lithium","sourceUnits":3,"#))
        #expect(
            try program.run("terms", "--extract", "copy.txt", "--to", "fr", "--memory", memory, "-o", "new.tbx").status
                == 0)
        // What was proposed is a glossary, and its terms are proposed no more.
        let found = try program.run(
            "terms", "copy.txt", "--glossary", "new.tbx", "--no-default-glossaries", "--to", "fr")
        #expect(found.text.contains("fr=usine de batteries au lithium") || found.text.contains("lithium-battery-plant"))
        let again = try program.run("terms", "--extract", "copy.txt", "--glossary", "new.tbx", "--memory", memory)
        #expect(again.status == 1 && again.output.isEmpty)
    }
}
