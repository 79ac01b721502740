import Foundation
import Testing

@Suite struct RelinkTests {
    private static let table = """
        en\tfr
        The digital economies of Africa grow.\tLes économies numériques d’Afrique croissent.
        A free trade area opens.\tUne zone de libre-échange ouvre.
        Nothing is said here.\tRien n’est dit ici.

        """

    private func withMemory(_ body: (Program, String) throws -> Void) throws {
        let program = try Program()
        defer { program.remove() }
        let memory = program.path("m.db")
        try program.write(Self.table, to: "a.tsv")
        #expect(try program.run("import", "a.tsv", "--memory", memory).status == 0)
        try body(program, memory)
    }

    @Test func segmentsOfATermAreFoundOnceTheyAreLinked() throws {
        try withMemory { program, memory in
            let none = try program.run("search", "--term", "digital economy", "--memory", memory)
            #expect(none.status == 1 && none.errors.contains("memory relink"))
            let dry = try program.run("memory", "relink", "--dry-run", "--memory", memory)
            #expect(
                dry.text == """
                    unit 1  The digital economies of Africa grow.
                      + digital-technology/digital-economy  digital economy
                      + cldr/region-002  Africa
                    unit 2  A free trade area opens.
                      + trade/free-trade-area  free trade area
                    \(memory): 3 units looked at, would be 2 changed: 3 links added, 0 removed

                    """)
            #expect(try program.run("search", "--term", "digital economy", "--memory", memory).status == 1)
            let relinked = try program.run("memory", "relink", "--memory", memory, "--json")
            #expect(
                relinked.text.hasPrefix(#"{"dryRun":false,"matched":3,"changed":2,"added":3,"removed":0,"revision":2"#))
            for term in ["digital economy", "digital-technology/digital-economy"] {
                let found = try program.run("search", "--term", term, "--memory", memory, "--json")
                #expect(
                    found.text == """
                        [{"unit":1,"variants":[{"lang":"en","text":"The digital economies of Africa grow.","hits":[[4,21]]},\
                        {"lang":"fr","text":"Les économies numériques d’Afrique croissent.","hits":[[4,24]]}]}]

                        """)
            }
            let both = try program.run(
                "search", "opens", "--term", "trade/free-trade-area", "--memory", memory, "--json")
            #expect(both.status == 0 && both.text.contains(#""hits":[[18,23]]"#))
            #expect(try program.run("search", "grow", "--term", "free trade area", "--memory", memory).status == 1)
        }
    }

    @Test func exportsGoBySubjectField() throws {
        try withMemory { program, memory in
            #expect(try program.run("memory", "relink", "--memory", memory).status == 0)
            let trade = try program.run("export", "--subject", "Trade", "--format", "tsv", "--memory", memory)
            #expect(trade.text == "en\tfr\nA free trade area opens.\tUne zone de libre-échange ouvre.\n")
            let both = try program.run(
                "export", "--subject", "trade", "--concept", "cldr/region-002", "--format", "tsv", "--memory", memory)
            #expect(both.lines.count == 3)
            let unknown = try program.run("export", "--subject", "cookery", "--memory", memory)
            #expect(unknown.status == 2 && unknown.errors.contains("there are: currency, digital technology"))
        }
    }

    @Test func linksOfGlossariesThatAreNotAtHandStay() throws {
        try withMemory { program, memory in
            try program.write("id\ten\tfr\narea\ttrade area\tzone\n", to: "house.tsv")
            let mine = ["--glossary", "house.tsv", "--no-default-glossaries"]
            #expect(try program.run(["memory", "relink", "--memory", memory] + mine).status == 0)
            #expect(try program.run("search", "--term", "house/area", "--memory", memory).status == 0)
            // The shipped glossary has a longer term there; the house's link is not its to take away.
            #expect(try program.run("memory", "relink", "--memory", memory).status == 0)
            #expect(try program.run("search", "--term", "house/area", "--memory", memory).status == 0)
            #expect(try program.run("search", "--term", "trade/free-trade-area", "--memory", memory).status == 0)
            try program.write("id\ten\tfr\nother\tnothing\trien\n", to: "house.tsv")
            let again = try program.run(["memory", "relink", "--memory", memory] + mine)
            #expect(again.text.contains("- house/area  trade area") && again.text.contains("+ house/other  nothing"))
        }
    }

    @Test func termAndTextsAreAskedForSensibly() throws {
        let program = try Program()
        defer { program.remove() }
        for arguments in [
            ["--term", "x", "--without", "y"], ["--term", "x", "--sort", "newest"], ["--term", "x", "--words"],
            ["a", "--term", "x", "--concept", "y/z"], [],
        ] {
            #expect(try program.run(["search"] + arguments).status == 64)
        }
        let unknown = try program.run("search", "--term", "no such term as this")
        #expect(unknown.status == 2 && unknown.errors.contains("no glossary has the term"))
    }
}
