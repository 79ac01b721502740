import Foundation
import Testing

@Suite struct TMXExchangeTests {
    /// In the writer's own layout.
    private let sample = """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4">
          <header creationtool="CAT" creationtoolversion="9" segtype="sentence" o-tmf="x" adminlang="EN" srclang="EN-US" datatype="html">
            <prop type="project">blue</prop>
          </header>
          <body>
            <tu tuid="1" creationtool="CAT">
              <tuv xml:lang="EN-US">
                <seg>Open <hi>now</hi> </seg>
              </tuv>
              <tuv xml:lang="FR">
                <seg>Ouvrir</seg>
              </tuv>
            </tu>
            <tu tuid="2">
              <prop type="place">menu</prop>
              <tuv xml:lang="EN-US">
                <seg>Open <hi>now</hi> </seg>
              </tuv>
              <tuv xml:lang="FR">
                <seg>Ouvert</seg>
              </tuv>
            </tu>
            <tu tuid="3">
              <tuv xml:lang="FR">
                <seg>seul</seg>
              </tuv>
            </tu>
          </body>
        </tmx>

        """

    @Test func faithfulComesBackByteForByte() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(sample, to: "a.tmx")
        let memory = ["--memory", program.path("m.db")]
        #expect(
            try program.run(["import", "a.tmx", "--faithful"] + memory).text.contains("3 new, 0 updated, 0 skipped"))
        #expect(try program.run(["export", "--faithful"] + memory).text == sample)
        #expect(
            try program.run(["import", "a.tmx", "--faithful"] + memory).text.contains("0 new, 0 updated, 3 skipped"))
        #expect(try program.run(["memory", "verify"] + memory).status == 0)
        // Units of another file stand under the first one's head, and say what their own said.
        try program.write("en\tde\nOne\tEins\n", to: "b.tsv")
        #expect(try program.run(["import", "b.tsv"] + memory).status == 0)
        let both = try program.run(["export", "--faithful", "-o", "both.tmx"] + memory)
        #expect(both.errors.hasPrefix("both.tmx: note: 1 unit is not of a.tmx"), "\(both.errors)")
        #expect(try program.read("both.tmx").contains("<tu srclang=\"en\">"))
        #expect(try program.run(["export", "--faithful", "--origin", "a.tmx"] + memory).text == sample)
        for arguments in [["--level", "1"], ["--tmx-version", "1.1"], ["--context"], ["--format", "csv"]] {
            #expect(try program.run(["export", "--faithful"] + arguments + memory).status == 64)
        }
        let table = try program.run(["import", "b.tsv", "--faithful"] + memory)
        #expect(table.status == 2 && table.errors.contains("--faithful is for TMX alone"))
    }

    @Test func forOldTools() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(sample, to: "a.tmx")
        let memory = ["--memory", program.path("m.db")]
        #expect(try program.run(["import", "a.tmx"] + memory).status == 0)
        let text = try program.run(["export", "--level", "1", "--tmx-version", "1.1"] + memory).text
        #expect(
            text.contains("<tmx version=\"1.1\">") && text.contains("<tuv lang=\"en\">\n        <seg>Open now</seg>")
        )
        #expect(try program.run(["export", "--level", "1", "-o", "x.csv"] + memory).status == 64)
    }

    @Test func contextGoesAndComes() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(
            """
            msgid ""
            msgstr "Language: fr\\n"

            msgctxt "menu.open"
            msgid "Open"
            msgstr "Ouvrir"
            """, to: "fr.po")
        let memory = ["--memory", program.path("m.db")]
        #expect(try program.run(["import", "fr.po"] + memory).status == 0)
        #expect(try !program.run(["export"] + memory).text.contains("x-context"))
        #expect(try program.run(["export", "--context", "-o", "c.tmx"] + memory).status == 0)
        #expect(try program.read("c.tmx").contains("<prop type=\"x-context\">menu.open</prop>"))
        let other = ["--memory", program.path("other.db")]
        #expect(try program.run(["import", "c.tmx"] + other).status == 0)
        #expect(try !program.run(["export"] + other).text.contains("x-context"))
        #expect(
            try program.run(["export", "--languages", "fr", "--format", "po"] + other).text.contains(
                "msgctxt \"menu.open\""))
    }

    @Test func languagesAreMapped() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(sample, to: "a.tmx")
        let memory = ["--memory", program.path("m.db")]
        let mapped = try program.run(["import", "a.tmx", "--map", "en=en-US", "--map", "pt=pt-BR"] + memory)
        #expect(mapped.status == 0)
        #expect(
            mapped.errors.contains("a.tmx: warning: --map pt=pt-BR met nothing: there is no text in pt-BR"),
            "\(mapped.errors)")
        #expect(!mapped.errors.contains("en-US"))
        #expect(mapped.text.contains("en 2  fr 3") && mapped.text.contains("1 import.map"), "\(mapped.text)")
        #expect(try program.run(["export", "--format", "csv"] + memory).text.hasPrefix("en,fr\n"))
        #expect(try program.run(["export", "--faithful"] + memory).text.contains("<tuv xml:lang=\"en\">"))
        try program.write("sw,zu\nhabari,izindaba\n", to: "b.csv")
        let strange = try program.run(["import", "b.csv"] + memory)
        #expect(
            strange.errors.contains("b.csv: warning: no language of the file (sw, zu) is one of the memory (en, fr)"),
            "\(strange.errors)")
        #expect(try program.run(["import", "a.tmx", "--map", "en=fr", "--map", "de=fr"] + memory).status == 64)
        #expect(try program.run(["import", "a.tmx", "--map", "en"] + memory).status == 64)
        #expect(try program.run(["import", "a.tmx", "--map", "en=en-US,"] + memory).status == 64)
        let other = ["--memory", program.path("other.db")]
        #expect(try program.run(["import", "a.tmx", "--map", "en=en-US,fr-CA=fr"] + other).status == 0)
        #expect(try program.run(["export", "--format", "csv"] + other).text.hasPrefix("en,fr-CA\n"))
    }
}
