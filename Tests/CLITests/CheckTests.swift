import Foundation
import Testing

/// `check` through the real program.
@Suite struct CheckTests {
    private func program() throws -> Program {
        let program = try Program()
        try program.write("en\tfr\ndigital economy\téconomie numérique\n", to: "terms.tsv")
        try program.write(
            """
            id\ten\tfr
            a1\tThe digital economy grew by 12.5 points.\tL’économie numérique a crû de 12,5 points.
            a2\tThe digital economy has 345 firms.\tLe commerce compte 346 entreprises.
            a3\tIs it so?\tEst-ce vrai?

            """, to: "table.tsv")
        return program
    }

    private static let options = ["--no-default-glossaries", "--glossary", "terms.tsv"]

    @Test func aTableIsChecked() throws {
        let program = try program()
        defer { program.remove() }
        let result = try program.run(["check", "table.tsv"] + Self.options)
        #expect(result.status == 1)
        #expect(
            result.text == """
                table.tsv: unit a2, target 19-22: warning: 345 in the source is 346 here [number]
                hint: 345
                table.tsv: unit a2, source 4-19: warning: digital economy: the glossary's term does not stand in the translation [term.missing]
                hint: économie numérique
                table.tsv: unit a3, target 11-11: note: a blank is missing here [space]

                """, "\(result)")
        #expect(result.errors == "3 findings in 3 units\n")
    }

    @Test func findingsAreChosen() throws {
        let program = try program()
        defer { program.remove() }
        func codes(_ arguments: String...) throws -> [String] {
            let result = try program.run(["check", "table.tsv", "-q"] + arguments + Self.options)
            #expect(result.errors.isEmpty)
            return result.lines.filter { !$0.hasPrefix("hint: ") }.map { String($0.split(separator: "[").last ?? "") }
        }
        #expect(try codes("--only", "term") == ["term.missing]"])
        #expect(try codes("--only", "number,space") == ["number]", "space]"])
        #expect(try codes("--severity", "warning") == ["number]", "term.missing]"])
        #expect(try codes("--severity", "error") == [])
        #expect(try program.run("check", "table.tsv", "--only", "nothing").status == 64)
        #expect(try program.run("check", "table.tsv", "--severity", "error", "--no-default-glossaries").status == 0)
    }

    @Test func textsAreCheckedLineByLine() throws {
        let program = try program()
        defer { program.remove() }
        try program.write("It rained.\nWe sold 4,512 cars.\n", to: "en.txt")
        try program.write("Il a plu.\nNous avons vendu 4 513 voitures.\n", to: "fr.txt")
        let texts = ["check", "--source", "en.txt", "--target", "fr.txt", "--to", "fr", "--no-default-glossaries"]
        let result = try program.run(texts + ["--json"])
        #expect(result.status == 1)
        #expect(
            result.text
                == """
                [
                {"file":"fr.txt","line":2,"unit":"2","code":"number","severity":"warning","side":"target","start":17,"end":22,"message":"4,512 in the source is 4 513 here","suggestion":"4 512","source":{"lang":"en","text":"We sold 4,512 cars."},"target":{"lang":"fr","text":"Nous avons vendu 4 513 voitures."}}
                ]

                """.replacingOccurrences(of: "\"4 512\"", with: "\"4\u{202F}512\""), "\(result)")
        #expect(
            try program.run(texts).lines.first == "fr.txt:2:18: warning: 4,512 in the source is 4 513 here [number]")

        try program.write(String(repeating: "1 ", count: 1 << 20) + "\n", to: "long.txt")
        let long = try program.run(
            "check", "--source", "long.txt", "--target", "long.txt", "--to", "fr", "--no-default-glossaries")
        #expect(long.status == 0)
        #expect(
            long.errors
                == "long.txt:1: warning: unit 1 is longer than 16 KiB and was not looked into\n0 findings in 1 unit\n")

        try program.write("Il a plu.\n", to: "fr.txt")
        let short = try program.run(texts)
        #expect(short.status == 2 && short.errors.contains("en.txt:2: error: the other text ends before this line"))
        try program.write(Data([0xFF, 0x0A, 0x0A]), to: "fr.txt")
        let broken = try program.run(texts)
        #expect(broken.status == 2 && broken.errors.contains("fr.txt:1: error: this is not UTF-8"))
    }

    @Test func sarifIsWhatTheStandardSays() throws {
        let program = try program()
        defer { program.remove() }
        let result = try program.run(["check", "table.tsv", "--format", "sarif", "--only", "number"] + Self.options)
        #expect(result.status == 1)
        let log = try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let found = try #require((run["results"] as? [[String: Any]])?.first)
        let index = try #require(found["ruleIndex"] as? Int)
        #expect(found["ruleId"] as? String == "number" && rules[index]["id"] as? String == "number")
        #expect(found["level"] as? String == "warning")
        #expect(
            result.lines[1]
                == #"{"ruleId":"number","ruleIndex":6,"level":"warning","message":{"text":"345 in the source is 346 here"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"table.tsv"}},"logicalLocations":[{"name":"a2"}]}],"properties":{"side":"target","start":19,"end":22,"suggestion":"345"}}"#
        )
        let none = try program.run(["check", "table.tsv", "--format", "sarif", "--only", "date"] + Self.options)
        #expect(none.status == 0)
        #expect(try JSONSerialization.jsonObject(with: none.output) is [String: Any])
    }

    @Test func everyFormatIsRead() throws {
        let program = try program()
        defer { program.remove() }
        try program.write(
            """
            msgid ""
            msgstr "Language: fr\\n"

            msgid "Open %s now."
            msgstr "Ouvrez maintenant."

            #, fuzzy
            msgid "Close %s now."
            msgstr "Fermez."

            msgid "One file"
            msgid_plural "%d files"
            msgstr[0] "Un fichier"
            msgstr[1] "%d fichiers"

            """, to: "fr.po")
        try program.write(
            """
            <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" target-language="fr" datatype="plaintext"><body>
            <trans-unit id="u1"><source>A <x id="1"/> b</source><target state="translated">A b</target></trans-unit>
            <trans-unit id="u2"><source>Not yet there</source></trans-unit>
            <trans-unit id="u3"><source>Forgotten here</source><target state="final"></target></trans-unit>
            <trans-unit id="u4" translate="no"><source>Acme</source><target>Acmé</target></trans-unit>
            </body></file></xliff>

            """, to: "a.xlf")
        try program.write(
            """
            <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body>
            <tu tuid="t1"><tuv xml:lang="en"><seg>See <ph x="1">b</ph> 2345 there</seg></tuv><tuv xml:lang="fr"><seg>Voir là-bas</seg></tuv></tu>
            </body></tmx>

            """, to: "a.tmx")
        let result = try program.run("check", "fr.po", "a.xlf", "a.tmx", "--no-default-glossaries")
        #expect(result.status == 1)
        #expect(
            result.text == """
                fr.po:4: unit 4, source 5-7: error: %s is missing in the translation [placeable]
                a.xlf:2: unit u1, source 2-2: error: the code ph 1 is missing in the translation [code]
                a.xlf:4: unit u3, source 0-14: error: no translation [empty]
                a.xlf:5: unit u4, target 0-4: error: the file says that this is not to be translated [protected]
                hint: Acme
                a.tmx: unit t1, source 4-4: error: the code ph 1 is missing in the translation [code]
                a.tmx: unit t1, source 5-9: warning: 2345 is missing in the translation [number]
                hint: 2345

                """, "\(result)")
        #expect(result.errors == "6 findings in 6 units\n")
    }

    @Test func whatCannotBeReadIsAnError() throws {
        let program = try program()
        defer { program.remove() }
        try program.write("nothing of the kind", to: "note.txt")
        try program.write("", to: "empty.tmx")
        let result = try program.run("check", "note.txt", "empty.tmx", "absent.tmx", "--no-default-glossaries")
        #expect(result.status == 2 && result.text.isEmpty)
        #expect(result.errors.contains("note.txt: error: this is no TMX, XLIFF or PO and no table of translations"))
        #expect(result.errors.contains("empty.tmx: error: the file is empty"))
        #expect(result.errors.contains("absent.tmx: error: cannot open"))
        #expect(try program.run("check").status == 64)
        #expect(try program.run("check", "--source", "note.txt").status == 64)
    }
}
