import Foundation
import Testing

@Suite struct GlossaryTests {
    @Test func aTermBaseIsMadeAndChanged() throws {
        let program = try Program()
        defer { program.remove() }
        func run(_ arguments: String...) throws -> Program.Result { try program.run(["glossary"] + arguments) }
        let added = try run(
            "add", "t.tbx", "--term", "en=digital economy", "--term", "fr=économie numérique", "--subject", "trade",
            "--pos", "noun", "--flags", "case,exact")
        #expect(added.text == "digital-economy  added: en digital economy; fr économie numérique\n")
        let before = try program.read("t.tbx")
        #expect(
            before == """
                <?xml version="1.0" encoding="UTF-8"?>
                <tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en">
                  <tbxHeader>
                    <fileDesc>
                      <sourceDesc>
                        <p/>
                      </sourceDesc>
                    </fileDesc>
                  </tbxHeader>
                  <text>
                    <body>
                      <conceptEntry id="digital-economy">
                        <descrip type="subjectField">trade</descrip>
                        <langSec xml:lang="en">
                          <termSec>
                            <term>digital economy</term>
                            <termNote type="partOfSpeech">noun</termNote>
                            <note>flags::exact case</note>
                          </termSec>
                        </langSec>
                        <langSec xml:lang="fr">
                          <termSec>
                            <term>économie numérique</term>
                            <termNote type="partOfSpeech">noun</termNote>
                            <note>flags::exact case</note>
                          </termSec>
                        </langSec>
                      </conceptEntry>
                    </body>
                  </text>
                </tbx>

                """)
        let known = try run("add", "t.tbx", "--term", "en=digital economy")
        #expect(known.status == 2 && known.errors.contains("the concept digital-economy has the term"))
        #expect(try run("add", "t.tbx", "--term", "en=WHO", "--do-not-translate").text == "who  added: en WHO\n")
        let renamed = try run("edit", "t.tbx", "digital economy", "--rename", "fr=économie numérique => numérique")
        #expect(renamed.text == "digital-economy  changed: en digital economy; fr numérique\n")
        #expect(try run("edit", "t.tbx", "who", "--translate", "--note", "").status == 0)
        #expect(try run("edit", "t.tbx", "who", "--translate").text == "who  unchanged: en WHO\n")
        #expect(
            try run("remove", "t.tbx", "who", "--json").text
                == "{\"change\":\"removed\",\"concept\":\"who\",\"terms\":{\"en\":[\"WHO\"]}}\n")
        let control = try run("add", "t.tbx", "--term", "en=a\u{1}b")
        #expect(control.status == 2 && control.errors.contains("cannot hold all that is said"))
        let after = before.replacingOccurrences(of: ">économie numérique<", with: ">numérique<")
        #expect(try program.read("t.tbx") == after)
        let missing = try run("remove", "t.tbx", "who")
        #expect(
            missing.status == 2
                && missing.errors == """
                    t.tbx: error: no concept has the id or the term "who"
                    hint: dragoman lookup finds terms

                    """
        )
        #expect(try run("edit", "t.tbx", "digital-economy", "--status", "forbidden").status == 64)
        #expect(try run("edit", "nowhere.tbx", "x", "--note", "y").errors.hasPrefix("nowhere.tbx: error: cannot open"))
        #expect(program.files == ["t.tbx"])
    }

    @Test func aTableIsChanged() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("id,en,fr,status\n1,bank,banque,\n2,bank,rive,", to: "t.csv")
        let add = try program.run("glossary", "add", "t.csv", "--term", "en=loan", "--term", "fr=prêt")
        #expect(add.text == "loan  added: en loan; fr prêt\n")
        let several = try program.run("glossary", "edit", "t.csv", "bank", "--term", "fr=caisse")
        #expect(several.errors.contains("2 concepts have the term \"bank\": 1, 2"))
        #expect(try program.run("glossary", "edit", "t.csv", "1", "--term", "fr=caisse").status == 0)
        let note = try program.run("glossary", "edit", "t.csv", "1", "--note", "x")
        #expect(note.errors.contains("the table has no column \"note\""))
        #expect(
            try program.read("t.csv")
                == "id,en,fr,status\n1,bank,banque,\n1,,caisse,admitted\n2,bank,rive,\nloan,loan,prêt,preferred\n")
        try program.write("", to: "n.tsv")
        #expect(try program.run("glossary", "add", "n.tsv", "--term", "en=x", "--flags", "prefix").status == 0)
        #expect(try program.read("n.tsv") == "id\tsubject\tstatus\tflags\tnote\ten\nx\t\tpreferred\tprefix\t\tx\n")
    }

    /// Many at once: nobody's term is lost, and the file is whole at every moment.
    @Test(arguments: ["t.tbx", "t.csv"])
    func writersAtOnceLoseNothing(_ file: String) throws {
        let program = try Program()
        defer { program.remove() }
        let running = try (0..<8).map {
            try program.start(["glossary", "add", file, "--term", "en=word \($0)", "--term", "fr=mot \($0)"])
        }
        for each in running {
            each.process.waitUntilExit()
            #expect(each.process.terminationStatus == 0)
        }
        let list = try program.run("glossary", "list", "--glossary", file, "--no-default-glossaries")
        #expect(list.text == "t  8 concepts\n    en 8  fr 8\n")
        #expect(program.files == [file])
    }

    @Test func whatIsNotToBeTranslatedIsChecked() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(
            try program.run("glossary", "add", "t.tsv", "--term", "en=Blue Nile", "--do-not-translate").status == 0)
        try program.write("en\tfr\nThe Blue Nile sails today.\tLe Nil bleu part aujourd’hui.\n", to: "text.tsv")
        let check = try program.run(
            "check", "text.tsv", "--to", "fr", "--glossary", "t.tsv", "--no-default-glossaries")
        #expect(check.text.contains("Blue Nile stays as it is in the translation [protected]"), "\(check.text)")
    }

    @Test func importsAreMergedAndToldOf() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("en\tfr\nbank\tbanque\nloan\tprêt\n", to: "a.tsv")
        try program.write("# coding: utf-8\nloan\temprunt\tsaid\nmoney\targent\nalone\n", to: "b.txt")
        let first = try program.run("glossary", "import", "a.tsv", "--name", "fin")
        let place = String(first.text.split(separator: " ").last?.dropLast() ?? "")
        #expect(
            first.text == """
                a.tsv
                  2 added, 0 changed, 0 unchanged
                  fin has 2 concepts, kept in \(place)

                """)
        let second = try program.run("glossary", "import", "b.txt", "--name", "fin", "--format", "omegat", "--to", "fr")
        #expect(
            second.text == """
                b.txt
                  1 added, 0 changed, 0 unchanged
                  passed over 1: the concept has another term in that language (1)
                  fin has 3 concepts, kept in \(place)

                """)
        #expect(second.errors.hasPrefix("b.txt:4: warning: fewer than two columns; the line was passed over\n"))
        let both = try program.run(
            "glossary", "import", "missing.tsv", "a.tsv", "b.txt", "--name", "fin", "--format", "omegat", "--to", "fr",
            "--mode", "replace", "--json")
        #expect(both.status == 2 && both.errors.contains("missing.tsv: error: cannot open"))
        #expect(both.text.contains("\"file\":\"b.txt\"") && both.text.contains("\"changed\":1"), "\(both.text)")
        let export = try program.run(
            "glossary", "export", "fin", "--no-default-glossaries", "--format", "deepl", "--to", "fr")
        #expect(export.text.contains("loan\temprunt\n"))
        #expect(try program.run("glossary", "import", "a.tsv", "--name", "fin", "--fresh").text.contains("2 added"))
        #expect(try program.run("glossary", "list").lines.first == "fin  2 concepts")
        let open = try program.run("glossary", "import", "b.txt", "--format", "deepl")
        #expect(open.status == 2 && open.errors.contains("does not say what languages its terms are in"))
    }

    @Test func otherFormatsAreWritten() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(
            "id,en,fr,note\n1,bank,banque,money\n2,bank,rive,\n3,#tag,dièse,\n4,\"a\nb\",c,\n", to: "t.csv")
        let deepl = try program.run("glossary", "export", "t.csv", "--format", "deepl", "--to", "fr", "-o", "d.tsv")
        #expect(try program.read("d.tsv") == "bank\tbanque\n#tag\tdièse\n")
        #expect(
            deepl.errors == """
                warning: "bank" (concept 2) was left out: it is "banque" already, not "rive"
                warning: "a
                b" (concept 4) was left out: a control character or line break
                d.tsv: note: 2 pairs of 4 concepts

                """)
        let omegat = try program.run("glossary", "export", "t.csv", "--to", "fr", "-o", "g.utf8")
        #expect(
            try program.read("g.utf8") == "# -*- coding: utf-8 -*-\nbank\tbanque\tmoney\nbank\trive\na b\tc\n")
        #expect(omegat.errors.contains("\"#tag\" (concept 3) begins with #"))
        #expect(try program.run("glossary", "export", "t.csv", "--format", "deepl").status == 64)
        #expect(try program.run("glossary", "export", "t.csv", "--format", "deepl", "--to", "sw").status == 1)
        #expect(try program.run("glossary", "export", "nothing", "--no-default-glossaries").status == 2)
    }

    /// A limit that a real glossary meets is named, and what it let in is used in every run.
    @Test func limitsLetLargeGlossariesPass() throws {
        let program = try Program()
        defer { program.remove() }
        let long = String(repeating: "x", count: 3_000)
        try program.write(
            """
            <tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en"><text><body>
            <conceptEntry id="c" a="\(long)"><langSec xml:lang="en"><termSec><term>bank</term>
            <note>\(long)</note></termSec></langSec><langSec xml:lang="fr"><termSec><term>banque</term></termSec></langSec>
            </conceptEntry></body></text></tbx>
            """, to: "g.tbx")
        try program.write("en,fr,note\nbank,banque,\(long)\n", to: "g.csv")
        try program.write("bank\tbanque\t\(long)\n", to: "g.utf8")
        func take(_ file: String, _ options: String...) throws -> Program.Result {
            try program.run(["glossary", "import", file, "--to", "fr", "--name", "g", "--fresh"] + options)
        }
        for (file, options, place) in [
            ("g.tbx", ["--max-segment", "2k"], "g.tbx:3:"), ("g.tbx", ["--max-attribute", "2k"], "g.tbx:2:"),
            ("g.tbx", ["--max-depth", "5"], "g.tbx:2:"), ("g.tbx", ["--max-attributes", "1"], "g.tbx:1:"),
            ("g.csv", ["--max-segment", "2k"], "g.csv:2:"), ("g.utf8", ["--max-segment", "2k"], "g.utf8:1:"),
        ] {
            let refused = try program.run(
                ["glossary", "import", file, "--to", "fr", "--name", "g", "--fresh"] + options)
            #expect(
                refused.status == 2 && refused.errors.hasPrefix(place)
                    && refused.errors.contains(" \(options[0]) lets it pass"),
                "\(file) \(options): \(refused.errors)")
            #expect(try take(file).status == 0)
        }
        let deep = String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
        let note = String(repeating: "long ", count: 3 << 20)
        try program.write(
            try program.read("g.tbx").replacing("</note>", with: "\(note)</note>").replacing(
                "<term>banque</term>", with: "<term>banque</term>\(deep)"), to: "large.tbx")
        #expect(try take("large.tbx").errors.contains("--max-segment"))
        #expect(try take("large.tbx", "--max-segment", "20M").errors.contains("--max-depth"))
        #expect(try take("large.tbx", "--max-depth", "200", "--max-segment", "20M").status == 0)
        #expect(try program.run("lookup", "bank", "--no-default-glossaries").text.contains("banque"))
    }
}
