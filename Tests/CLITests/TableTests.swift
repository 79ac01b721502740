import Foundation
import Testing

/// Tables whose first row does not say what they hold, and parallel texts.
@Suite struct TableTests {
    @Test func columnsAreGivenByName() throws {
        let program = try Program()
        defer { program.remove() }
        let memory = program.path("m.db")
        let text = "English;Français;Kunde\r\nthe summer;l’été;X\r\nolder people;les personnes âgées;Y\r\n"
        try program.write(try #require(text.data(using: .windowsCP1252)), to: "t.csv")
        let wrong = try program.run("import", "t.csv", "--columns", "Englisch=en", "--memory", memory)
        #expect(
            wrong.errors == """
                t.csv:1: error: the first row has no column "Englisch"
                hint: it has "English", "Français", "Kunde"

                """)
        let open = try program.run("import", "t.csv", "--memory", memory)
        #expect(open.status == 2 && open.errors.contains("--columns"))
        let columns = "English=en,Français=fr,Kunde=-"
        #expect(try program.run("import", "t.csv", "--columns", columns, "--memory", memory).status == 0)
        let export = try program.run("export", "--format", "csv", "--memory", memory)
        #expect(export.text == "en,fr\nthe summer,l’été\nolder people,les personnes âgées\n")
        #expect(try program.run("glossary", "import", "t.csv", "--columns", columns).status == 0)
        #expect(try program.run("import", "t.csv", "--columns", "en,english", "--memory", memory).status == 64)
        #expect(try program.run("import", "t.csv", "--skip-first-row", "--memory", memory).status == 64)
        try program.write("<tmx version=\"1.4\"/>", to: "t.tmx")
        let other = try program.run("import", "t.tmx", "--from", "tmx", "--columns", "en,fr", "--memory", memory)
        #expect(other.errors == "t.tmx: error: --columns is for tables alone\n")
    }

    @Test func parallelTextsComeInAndGoOut() throws {
        let program = try Program()
        defer { program.remove() }
        let memory = program.path("m.db")
        try program.write("One.\n\nTwo.\nThree.\n", to: "c.en")
        try program.write("Un.\n\n\nTrois.\n", to: "c.fr")
        let read = try program.run("import", "c.en", "c.fr", "--from", "moses", "--memory", memory)
        #expect(
            read.text == """
                c.en
                  read      2 units: en 2  fr 2
                            left out 1: empty on one side
                  stored    2 new, 0 updated, 0 skipped

                """)
        #expect(try program.run("export", "--format", "moses", "-o", "out", "--memory", memory).status == 0)
        #expect(try program.read("out.en") == "One.\nThree.\n" && program.read("out.fr") == "Un.\nTrois.\n")
        try program.write("Un.\n", to: "short.fr")
        let short = try program.run("import", "c.en", "short.fr", "--from", "moses", "--memory", program.path("n.db"))
        #expect(
            short.status == 2
                && short.errors == """
                    short.fr: error: 1 lines, but c.en has 4
                    hint: the texts must have the same lines

                    """
        )
        // A file is taken whole or not at all.
        let none = try program.run("export", "--format", "tsv", "--memory", program.path("n.db"))
        #expect(none.status == 1)
        let unnamed = try program.run("import", "c.en", "-", "--from", "moses", "--memory", memory)
        #expect(unnamed.errors.contains("it is not said what language this is"))
        #expect(try program.run("import", "c.en", "--from", "moses", "--memory", memory).status == 64)
        #expect(try program.run("export", "--format", "moses", "--memory", memory).status == 64)
    }
}
