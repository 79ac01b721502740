import Foundation
import Testing

@Suite struct SearchTests {
    private static let table = """
        en\tfr\tzh
        The digital economy grows.\tL’économie numérique croît.\t数字经济在增长。
        Digital and inclusive economy\tÉconomie numérique et inclusive\t数字与包容性经济
        A bank closed\tUne banque a fermé\t银行关闭
        The bank of the river\tLa rive du fleuve\t河岸
        Macroeconomy *\tMacroéconomie\t宏观经济

        """

    private func run(_ arguments: String...) throws -> Program.Result {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.table, to: "a.tsv")
        #expect(try program.run("import", "a.tsv", "--memory", "m.db").status == 0)
        return try program.run(["search", "--memory", "m.db"] + arguments)
    }

    @Test func bestFirstWithTheWantedLanguages() throws {
        #expect(
            try run("economy", "--to", "fr").text == """
                  en    The digital economy grows.
                  fr    L’économie numérique croît.

                  en    Digital and inclusive economy
                  fr    Économie numérique et inclusive

                  en    Macroeconomy *
                  fr    Macroéconomie


                """)
        #expect(try run("economy", "--limit", "1", "--to", "zh").lines.count == 2)
    }

    @Test func wildcardsAndPlacesInCodePoints() throws {
        #expect(
            try run("digital * economy", "--to", "zh", "--json").text
                == #"[{"unit":1,"variants":[{"lang":"en","text":"The digital economy grows.","hits":[[4,19]]},"#
                + #"{"lang":"zh","text":"数字经济在增长。"}]},"#
                + #"{"unit":2,"variants":[{"lang":"en","text":"Digital and inclusive economy","hits":[[0,29]]},"#
                + #"{"lang":"zh","text":"数字与包容性经济"}]}]"# + "\n")
        #expect(
            try run("经济", "--sort", "newest", "--limit", "1", "--to", "zh", "--json").text
                == #"[{"unit":5,"variants":[{"lang":"zh","text":"宏观经济","hits":[[2,4]]}]}]"# + "\n")
        #expect(try run("*nomie", "num*").lines.count == 6)
        #expect(try run(#"\*"#, "--to", "fr").lines == ["  en    Macroeconomy *", "  fr    Macroéconomie"])
    }

    @Test func sidesAndFilters() throws {
        #expect(
            try run("--source", "bank", "--without-target", "banque", "--to", "fr").lines == [
                "  en    The bank of the river", "  fr    La rive du fleuve",
            ])
        #expect(try run("--target", "banque", "--without-source", "closed").status == 1)
        #expect(try run("bank", "--without", "rive", "--to", "fr").lines.first == "  en    A bank closed")
        #expect(try run("economie", "--lang", "en").status == 1)
        #expect(try run("bank", "--origin", "b.tsv").status == 1)
        #expect(try run("bank", "--since", "2000-01-01", "--before", "2001-01-01").status == 1)
        #expect(try run("inclusive digital", "--words", "--to", "fr").lines.count == 2)
    }

    @Test func nothingFoundAndWrongUsage() throws {
        let none = try run("nowhere", "--json")
        #expect(none.status == 1 && none.text == "[]\n")
        for arguments in [[], [""], [" "], ["*"], ["a", "--limit=-1"], [String(repeating: "a*", count: 1_000)]] {
            let program = try Program()
            defer { program.remove() }
            try program.write(Self.table, to: "a.tsv")
            #expect(try program.run("import", "a.tsv", "--memory", "m.db").status == 0)
            #expect(try program.run(["search", "--memory", "m.db"] + arguments).status == 64)
        }
    }

    @Test func theIndexIsMadeCheckedAndUsed() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.table, to: "a.tsv")
        #expect(try program.run("import", "a.tsv", "--memory", "m.db").status == 0)
        let made = try program.run("memory", "index", "--memory", "m.db")
        #expect(made.lines.last?.hasPrefix("m.db-index/concordance.db: 5 units, ") == true)
        #expect(try program.run("search", "inclusi", "--memory", "m.db").lines.count == 3)
        #expect(try program.run("memory", "verify", "--memory", "m.db").status == 0)
        // Where nothing can be written, the search does without.
        try FileManager.default.removeItem(atPath: program.path("m.db-index"))
        try program.write("", to: "m.db-index")
        #expect(try program.run("search", "inclusi", "--memory", "m.db").lines.count == 3)
        #expect(try program.run("memory", "index", "--memory", "m.db").status == 2)
        try program.write(Data(repeating: 7, count: 5_000), to: "n.db")
        #expect(try program.run("search", "a", "--memory", "n.db").status == 2)
    }
}
