import Foundation
import Testing

/// XLIFF and PO through the real program: out to a translator, and back.
@Suite struct BilingualFileTests {
    private static let table = "en\tfr\nThe economy grew.\tL’économie a crû.\nNew sentence.\t\n"

    private func memory() throws -> Program {
        let program = try Program()
        try program.write(Self.table, to: "in.tsv")
        #expect(try program.run("import", "in.tsv", "--memory", program.path("a.db")).status == 0)
        return program
    }

    @Test(arguments: [("out.xlf", "1.2"), ("out.xliff", "1.2"), ("two.xml", "2.1")])
    func xliffGoesOutAndComesBack(_ name: String, _ version: String) throws {
        let program = try memory()
        defer { program.remove() }
        let format = version == "2.1" ? ["--format", "xliff2"] : []
        let export = ["export", "--memory", program.path("a.db"), "--languages", "fr", "--untranslated", "-o", name]
        let out = try program.run(export + format)
        #expect(out.status == 0 && out.errors.isEmpty, "\(out)")
        let text = try String(contentsOfFile: program.path(name), encoding: .utf8)
        #expect(text.contains(" version=\"\(version)\"") && text.contains("<source>New sentence.</source>"))
        #expect(text.contains("state=\"translated\""))

        let back = try program.run("import", name, "--memory", program.path("b.db"))
        #expect(
            back.text == """
                \(name)
                  read      1 unit: en 1  fr 1
                            left out 1: untranslated
                  stored    1 new, 0 updated, 0 skipped

                """, "\(back)")
        // A translator fills the gap; both units learn their places in the file.
        let filled = text.replacingOccurrences(
            of: "<source>New sentence.</source>",
            with: "<source>New sentence.</source>\n<target>Nouvelle phrase.</target>")
        try program.write(filled, to: "filled.xlf")
        let second = try program.run("import", "filled.xlf", "--memory", program.path("a.db"), "--json")
        #expect(second.text.contains("\"read\":2") && second.text.contains("\"updated\":2"), "\(second)")
    }

    @Test func poGoesOutAndComesBack() throws {
        let program = try memory()
        defer { program.remove() }
        let path = program.path("a.db")
        let out = try program.run("export", "--memory", path, "--untranslated", "-o", "fr.po")
        #expect(out.status == 0 && out.errors.isEmpty, "\(out)")
        let text = try String(contentsOfFile: program.path("fr.po"), encoding: .utf8)
        #expect(text.contains("\"Language: fr\\n\""))
        #expect(
            text.hasSuffix(
                """
                msgid "The economy grew."
                msgstr "L’économie a crû."

                msgid "New sentence."
                msgstr ""

                """), "\(text)")
        let back = try program.run("import", "fr.po", "--memory", program.path("b.db"))
        #expect(back.text.contains("read      1 unit: en 1  fr 1\n            left out 1: untranslated\n"), "\(back)")

        #expect(try program.run("export", "--memory", path, "-o", "all.pot").status == 0)
        let template = try String(contentsOfFile: program.path("all.pot"), encoding: .utf8)
        #expect(!template.contains("Language") && template.contains("msgid \"New sentence.\"\nmsgstr \"\"\n"))
        let none = try program.run("import", "all.pot", "--memory", program.path("c.db"))
        #expect(none.status == 0 && none.text.contains("left out 2: untranslated"), "\(none)")
    }

    @Test func aLanguageMustBeKnown() throws {
        let program = try memory()
        defer { program.remove() }
        try program.write("msgid \"A\"\nmsgstr \"B\"\n", to: "x.po")
        let missing = try program.run("import", "x.po", "--memory", program.path("d.db"))
        #expect(missing.status == 2)
        #expect(
            missing.errors.contains(
                "x.po:1: error: the header does not say what language the translations are in\nhint: --to"),
            "\(missing)")
        let named = try program.run("import", "x.po", "--to", "sw", "--memory", program.path("d.db"))
        #expect(named.text.contains("en 1  sw 1"), "\(named)")

        try program.write("en\tfr\tde\nOne\tUn\tEins\n", to: "three.tsv")
        #expect(try program.run("import", "three.tsv", "--memory", program.path("a.db")).status == 0)
        let several = try program.run("export", "--memory", program.path("a.db"), "--format", "po")
        #expect(several.status == 64 && several.errors.contains("--languages fr"), "\(several)")
    }

    /// A file cut in the middle leaves the memory as it was.
    @Test func importIsAllOrNothing() throws {
        let program = try memory()
        defer { program.remove() }
        try program.write(
            """
            <xliff version="1.2"><file source-language="en" target-language="fr" original="o" datatype="x"><body>
            <trans-unit id="1"><source>A</source><target>B</target></trans-unit>
            <trans-unit id="2"><sou
            """, to: "cut.xlf")
        let cut = try program.run("import", "cut.xlf", "--memory", program.path("a.db"))
        #expect(cut.status == 2 && cut.errors.hasPrefix("cut.xlf:3:"), "\(cut)")
        let stats = try program.run("memory", "stats", "--json", "--memory", program.path("a.db"))
        #expect(stats.text.contains("\"units\":2"), "\(stats)")
    }
}
