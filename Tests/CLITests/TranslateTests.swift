import Foundation
import Testing

@Suite struct TranslateTests {
    private static let table = """
        en\tfr
        The talks will open on 16 March 2023.\tLes pourparlers s’ouvriront le 16 mars 2023.
        The ministers welcomed the plan.\tLes ministres ont salué le projet.

        """
    private static let copy = """
        The ministers welcomed the plan.
        The talks will open on 20 June 2024.
        Nobody had written about the digital economy before.
        """

    private func program() throws -> Program {
        let program = try Program()
        try program.write(Self.table, to: "a.tsv")
        try program.write(Self.copy, to: "copy.txt")
        try program.write("en\tfr\ndigital economy\téconomie numérique\n", to: "terms.tsv")
        #expect(try program.run("import", "a.tsv", "--memory", program.path("m.db")).status == 0)
        return program
    }

    private func translate(_ program: Program, _ more: String...) throws -> Program.Result {
        try program.run(
            [
                "translate", "copy.txt", "--to", "fr", "--lang", "en", "--profile", "text", "--glossary", "terms.tsv",
                "--no-default-glossaries", "--memory",
                program.path("m.db"),
            ] + more)
    }

    @Test func textMarksWhatIsNotTheSame() throws {
        let program = try program()
        defer { program.remove() }
        let result = try translate(program, "--format", "text")
        #expect(result.status == 0)
        #expect(
            result.text == """
                Les ministres ont salué le projet.
                [86%] Les pourparlers s’ouvriront le 20 juin 2024.
                [new] Nobody had written about the digital economy before. {digital economy = économie numérique}

                """)
        let strict = try translate(program, "--format", "text", "--min", "95")
        #expect(strict.lines[1] == "[new] The talks will open on 20 June 2024.")
    }

    @Test func xliffHasMatchesStatesAndTerms() throws {
        let program = try program()
        defer { program.remove() }
        let first = try translate(program)
        #expect(
            first.text.contains(
                #"<target state="translated" state-qualifier="exact-match">Les ministres ont salué le projet.</target>"#
            ))
        #expect(
            first.text.contains(#"state-qualifier="fuzzy-match">Les pourparlers s’ouvriront le 20 juin 2024.</target>"#)
        )
        #expect(first.text.contains("date: 16 mars 2023 → 20 juin 2024"))
        #expect(
            first.text.contains(
                #"<target state-qualifier="fuzzy-match">Les pourparlers s’ouvriront le 16 mars 2023.</target>"#))
        #expect(first.text.contains("digital economy = économie numérique"))
        let second = try translate(program, "--format", "xliff2", "-o", program.path("out.xlf"))
        #expect(second.status == 0 && second.text.isEmpty)
        #expect(try program.read("out.xlf").contains("<gls:translation>économie numérique</gls:translation>"))
    }

    @Test func poAndTMXHoldWhatIsFilled() throws {
        let program = try program()
        defer { program.remove() }
        #expect(try translate(program, "-o", program.path("out.po")).status == 0)
        let po = try program.read("out.po")
        #expect(
            po.contains(
                """
                #, fuzzy
                #| msgid "The talks will open on 16 March 2023."
                msgid "The talks will open on 20 June 2024."
                msgstr "Les pourparlers s’ouvriront le 20 juin 2024."
                """))
        #expect(try translate(program, "-o", program.path("out.tmx")).status == 0)
        let tmx = try program.read("out.tmx")
        #expect(tmx.contains(#"<prop type="x-match-score">86</prop>"#))
        #expect(tmx.components(separatedBy: "<tu>").count == 3)
    }

    @Test func recordsAndJSON() throws {
        let program = try program()
        defer { program.remove() }
        let memory = program.path("m.db")
        let record = #"{"id":7,"lang":"en","text":"The talks will open on 20 June 2024."}"# + "\n"
        let result = try program.run(
            ["translate", "--jsonl", "--to", "fr", "--no-default-glossaries", "--memory", memory],
            input: Data(record.utf8))
        #expect(
            result.text.hasPrefix(
                #"{"id":7,"lang":"en","to":"fr","segments":[{"source":"The talks will open on 20 June 2024.","target":"Les pourparlers s’ouvriront le 20 juin 2024.","score":86,"kind":"fuzzy","matches":[{"#
            ))
        #expect(result.text.contains(#""substitutions":[{"kind":"date","place":[31,43],"before":"16 mars 2023"}]"#))
        let json = try translate(program, "--json")
        #expect(
            json.text.hasPrefix(#"[{"name":"copy.txt","lang":"en","to":"fr","segments":["#)
                && json.text.hasSuffix("]\n"))
    }

    @Test func errorsNameTheFile() throws {
        let program = try program()
        defer { program.remove() }
        let memory = program.path("m.db")
        let same = try program.run("translate", "copy.txt", "--to", "en", "--no-default-glossaries", "--memory", memory)
        #expect(same.status == 2 && same.errors.contains("copy.txt: error: it is in en already"))
        let none = try program.run("translate", "copy.txt", "--to", "fr", "--memory", program.path("none.db"))
        #expect(none.status == 2 && none.errors.contains("none.db: error: there is no memory here yet"))
        let missing = try program.run(
            "translate", "no.txt", "copy.txt", "--to", "fr", "--no-default-glossaries", "--memory", memory)
        #expect(missing.status == 2 && missing.errors.contains("no.txt") && missing.text.contains("<trans-unit"))
    }

    @Test func analysisCountsByBand() throws {
        let program = try program()
        defer { program.remove() }
        let memory = program.path("m.db")
        func analyze(_ more: String...) throws -> Program.Result {
            try program.run(
                [
                    "analyze", "copy.txt", "copy.txt", "--to", "fr", "--lang", "en", "--profile", "text", "--glossary",
                    "terms.tsv",
                    "--no-default-glossaries", "--memory",
                    memory,
                ] + more)
        }
        let table = try analyze()
        #expect(table.status == 0)
        #expect(
            table.lines[1...10].map { $0.split(separator: " ").joined(separator: " ") } == [
                "segments words characters", "context 0 0 0", "repetition 0 0 0", "100 1 5 28", "95-99 0 0 0",
                "85-94 1 8 29", "75-84 0 0 0", "50-74 0 0 0", "new 1 8 45", "total 3 21 102",
            ])
        let csv = try analyze("--format", "csv")
        #expect(csv.lines.contains("copy.txt,en,repetition,3,21,102") && csv.lines.contains(",en,repetition,3,21,102"))
        let json = try analyze("--json")
        #expect(
            json.text.hasPrefix(
                #"{"to":"fr","files":[{"name":"copy.txt","lang":"en","bands":{"context":{"segments":0,"#))
        let file = program.path("a.csv")
        #expect(try analyze("-o", file).text.isEmpty)
        #expect(try program.read("a.csv") == csv.text)
    }

    @Test func matchShowsTheDraftAndWhereItIsFrom() throws {
        let program = try program()
        defer { program.remove() }
        try program.write("en\tfr\nThe talks will open on 2 May 2023.\tAutre\n", to: "b.tsv")
        let other = program.path("other.db")
        #expect(try program.run("import", "b.tsv", "--memory", other).status == 0)
        let memory = program.path("m.db")
        let result = try program.run(
            "match", "--to", "fr", "--no-default-glossaries", "The talks will open on 20 June 2024.", "--memory",
            memory, "--also", "\(other)@4")
        #expect(
            result.text == """
                86 %  1 place differs, number -1  (\(memory), unit 1)
                  en    The talks will open on [16] [March] [2023].
                  fr    Les pourparlers s’ouvriront le 16 mars 2023.
                  →     Les pourparlers s’ouvriront le [20 juin 2024].
                82 %  1 place differs, number -1, memory -4  (\(other), unit 1)
                  en    The talks will open on [2] [May] [2023].
                  fr    Autre

                """)
        let context = try program.run(
            "match", "--to", "fr", "--no-default-glossaries", "The ministers welcomed the plan.", "--id", "x",
            "--memory", memory)
        #expect(context.text.hasPrefix("100 %  exact"))
        #expect(
            try program.run("match", "--to", "fr", "--no-default-glossaries", "a", "--min", "103", "--memory", memory)
                .status == 64)
    }

    @Test func xliffAndPOAreFilledAndKeepTheRest() throws {
        let program = try program()
        defer { program.remove() }
        func fill(_ name: String, _ more: String...) throws -> Program.Result {
            try program.run(
                ["translate", name, "--to", "fr", "--no-default-glossaries", "--memory", program.path("m.db")] + more)
        }
        try program.write(
            """
            <?xml version="1.0"?>
            <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:x="urn:x">
            <file original="a.txt" source-language="en" datatype="plaintext" x:own="1"><body>
            <trans-unit id="1"><source>The ministers welcomed the plan.</source></trans-unit>
            <trans-unit id="2" x:mark="yes"><source>The <g id="1">talks</g> will open on 20 June 2024.</source></trans-unit>
            <trans-unit id="3"><source>The ministers welcomed the plan.</source><target>Autre.</target></trans-unit>
            <trans-unit id="4"><source>Nothing like it.</source></trans-unit>
            </body></file></xliff>
            """, to: "in.xlf")
        let xliff = try fill("in.xlf")
        #expect(xliff.status == 0 && xliff.errors.contains("in.xlf: note: 2 segments filled, 1 left"))
        #expect(xliff.text.contains(#"target-language="fr""#) && xliff.text.contains(#"x:own="1""#))
        #expect(xliff.text.contains(#"<trans-unit id="2" x:mark="yes">"#))
        #expect(xliff.text.contains("<target>Autre.</target>"))
        // The translation lacks the codes, so that somebody must look at it.
        #expect(
            xliff.text.contains(#"<target state="needs-review-translation" state-qualifier="fuzzy-match">Les pour"#))
        #expect(xliff.text.contains(#"state-qualifier="exact-match">Les ministres ont salué le projet.</target>"#))
        // Filled again, nothing is left to do but what the memory does not know.
        try program.write(xliff.text, to: "again.xlf")
        #expect(try fill("again.xlf").errors.contains("0 segments filled, 1 left"))

        try program.write(
            """
            msgid ""
            msgstr "Language: fr\\n"

            #: a.c:1
            msgid "The ministers welcomed the plan."
            msgstr ""

            msgid "The talks will open on 20 June 2024."
            msgstr "Déjà."
            """, to: "in.po")
        let po = try fill("in.po")
        #expect(
            po.text.contains(
                "#: a.c:1\nmsgid \"The ministers welcomed the plan.\"\nmsgstr \"Les ministres ont salué le projet.\"\n")
        )
        #expect(po.text.contains("msgstr \"Déjà.\""))
        #expect(try fill("in.po", "--format", "tmx").status == 64)
        let two = try program.run(
            "translate", "in.po", "in.xlf", "--to", "fr", "--no-default-glossaries", "--memory", program.path("m.db"))
        #expect(two.status == 64)
        let other = try program.run(
            "translate", "again.xlf", "--to", "sw", "--no-default-glossaries", "--memory", program.path("m.db"))
        #expect(other.status == 2 && other.errors.contains("its translations are in fr"))
        try program.write(String(xliff.text.prefix(600)), to: "cut.xlf")
        #expect(try fill("cut.xlf", "-o", program.path("out.xlf")).status == 2)
        #expect(!program.files.contains("out.xlf"))
    }
}
