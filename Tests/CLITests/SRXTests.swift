import Foundation
import Testing

/// SRX files through the real program: what is printed, and what is said of a file that cannot be used.
@Suite struct SRXTests {
    private static let rules = """
        <?xml version="1.0" encoding="UTF-8"?>
        <srx xmlns="http://www.lisa.org/srx20" version="2.0">
        <header segmentsubflows="yes" cascade="no"/>
        <body><languagerules><languagerule languagerulename="English">
        <rule break="no"><beforebreak>\\bapprox\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
        <rule break="yes"><beforebreak>[.?!:]+</beforebreak><afterbreak>\\s</afterbreak></rule>
        </languagerule></languagerules>
        <maprules><languagemap languagepattern="EN.*" languagerulename="English"/></maprules></body></srx>
        """

    private static let text = "It is approx. five. He said: yes, Dr. Bo.\n"

    @Test func theFileReplacesOurRules() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.rules, to: "r.srx")
        let result = try program.run("segment", "--lang", "en", "--srx", "r.srx", input: Self.text)
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(result.lines == ["It is approx. five.", "He said:", "yes, Dr.", "Bo."])
    }

    @Test func theFileIsAddedToOurRules() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.rules, to: "r.srx")
        try program.write("five.\n", to: "words.txt")
        let result = try program.run(
            "segment", "--lang", "en", "--srx", "r.srx", "--srx-mode", "add", "--exceptions", "words.txt", "--explain",
            input: "It is approx. five. He left soon? We know. So.\n")
        #expect(
            result.lines == [
                "13\tno break\tr.srx:5\tIt is approx.| five. He left soon?",
                "19\tno break\tuser-exception\tIt is approx. five.| He left soon? We kn",
                "33\tbreak\tr.srx:6\tIt is approx. five. He left soon?| We know. So. ",
                "42\tbreak\tr.srx:6\t is approx. five. He left soon? We know.| So. ",
                "46\tbreak\ttext-end\tapprox. five. He left soon? We know. So.| ",
            ])
    }

    @Test func explainNamesTheLine() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.rules, to: "r.srx")
        #expect(
            try program.run("segment", "--lang", "en", "--srx", "r.srx", "--explain", input: "At approx. 5. So").text
                == "10\tno break\tr.srx:5\tAt approx.| 5. So\n13\tbreak\tr.srx:6\tAt approx. 5.| So\n"
                + "16\tbreak\ttext-end\tAt approx. 5. So|\n")
    }

    @Test func workersUseTheFile() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.rules, to: "r.srx")
        #expect(
            try program.run(
                "segment", "--jsonl", "--srx", "r.srx",
                input:
                    "{\"id\":1,\"lang\":\"en\",\"text\":\"é: no. Dr. B\"}\n{\"id\":2,\"lang\":\"fr\",\"text\":\"A. B\"}\n"
            ).text
                == "{\"id\":1,\"sentences\":[\"é:\",\"no.\",\"Dr.\",\"B\"],\"spans\":[[0,2],[3,6],[7,10],[11,12]]}\n"
                + "{\"id\":2,\"sentences\":[\"A. B\"],\"spans\":[[0,4]]}\n")
    }

    @Test func workersSayALanguageWithoutRulesOnce() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.rules, to: "r.srx")
        let records = ["fr", "de", "en", "fr", "de"].map { "{\"lang\":\"\($0)\",\"text\":\"A. B\"}\n" }.joined()
        let result = try program.run("segment", "--jsonl", "--srx", "r.srx", input: records)
        #expect(result.status == 0)
        #expect(result.lines.count == 5)
        let said = result.errors.split(separator: "\n").filter { !$0.hasPrefix("hint") }.sorted()
        #expect(
            said == [
                "r.srx: warning: no <languagemap> fits the language de",
                "r.srx: warning: no <languagemap> fits the language fr",
            ])
        #expect(try program.run("segment", "--jsonl", "--quiet", "--srx", "r.srx", input: records).errors.isEmpty)
    }

    @Test func aLanguageWithoutRulesIsSaidOnceForManyFiles() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.rules, to: "r.srx")
        try program.write("A. B\n", to: "one.txt")
        try program.write("C. D\n", to: "two.txt")
        let result = try program.run("segment", "--lang", "fr", "--srx", "r.srx", "one.txt", "two.txt")
        #expect(result.text == "A. B\nC. D\n")
        #expect(result.errors.components(separatedBy: "warning").count == 2)
    }

    @Test(arguments: [
        ([], ["Trade is approx. five: it grows.", "He asked “why?”", "She left."]),
        (["--srx", "r.srx"], ["Trade is approx. five:", "it grows.", "He asked “why?” She left."]),
        (
            ["--srx", "r.srx", "--srx-mode", "add"],
            ["Trade is approx. five:", "it grows.", "He asked “why?”", "She left."]
        ),
        (
            ["--srx", "r.srx", "--exceptions", "words.txt"],
            ["Trade is approx. five:", "it grows. He asked “why?” She left."]
        ),
    ])
    func ingestUsesTheFile(options: [String], sentences: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.rules, to: "r.srx")
        try program.write("grows.\n", to: "words.txt")
        let result = try program.run(
            ["ingest", "-", "--lang", "en", "--to", "fr", "--tmx", "out.tmx", "--untranslated"] + options,
            input: Data("Trade is approx. five: it grows. He asked “why?” She left.\n".utf8))
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
        let found = try program.read("out.tmx").components(separatedBy: "<seg>").dropFirst()
            .compactMap { $0.components(separatedBy: "</seg>").first }
        #expect(found.filter { $0.hasSuffix(".") || $0.hasSuffix(":") || $0.hasSuffix("”") } == sentences)
    }

    @Test func ingestRefusesAFileWithItsPlaceAndSaysALanguageWithoutRules() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.rules, to: "r.srx")
        try program.write(Self.rules.replacing("[.?!:]+", with: "[.?!:+"), to: "wrong.srx")
        let text = "A note. It ends.\n"
        let wrong = try program.run("ingest", "-", "--to", "fr", "--srx", "wrong.srx", input: text)
        #expect(wrong.status == 2 && wrong.errors.hasPrefix("wrong.srx:6:19: error: a set is not closed"))
        let other = try program.run("ingest", "-", "--lang", "sw", "--to", "en", "--srx", "r.srx", input: text)
        #expect(other.status == 0)
        #expect(other.errors.hasPrefix("r.srx: warning: no <languagemap> fits the language sw\n"), "\(other.errors)")
        #expect(try program.run("ingest", "-", "--to", "fr", "--srx-mode", "add", input: text).status == 64)
    }

    @Test func aLanguageWithoutRulesIsSaid() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.rules, to: "r.srx")
        let result = try program.run("segment", "--lang", "fr", "--srx", "r.srx", input: "A. B\n")
        #expect(result.status == 0)
        #expect(result.text == "A. B\n")
        #expect(
            result.errors
                == "r.srx: warning: no <languagemap> fits the language fr\nhint: --lang names the language of the text\n"
        )
    }

    @Test func aWrongFileIsRefusedWithItsPlace() throws {
        let program = try Program()
        defer { program.remove() }
        func run(_ text: String) throws -> Program.Result {
            try program.write(text, to: "r.srx")
            return try program.run("segment", "--lang", "en", "--srx", "r.srx", input: Self.text)
        }
        let pattern = try run(Self.rules.replacing("[.?!:]+", with: "[.?!:+"))
        #expect(pattern.status == 2)
        #expect(pattern.output.isEmpty)
        #expect(
            pattern.errors
                == "r.srx:6:19: error: a set is not closed, at character 6 of [.?!:+ (byte 308)\nhint: within a set, [ is written \\[\n"
        )
        #expect(
            try run("<tmx/>").errors
                == "r.srx:1:1: error: this is no SRX file: its root is <tmx> (byte 0)\nhint: SRX begins with <srx>\n")
        #expect(try run("<srx").status == 2)
        let missing = try program.run("segment", "--srx", "none.srx", input: Self.text)
        #expect(missing.status == 2)
        #expect(missing.errors.hasPrefix("none.srx: error: cannot open"), "\(missing.errors)")
        #expect(try program.run("segment", "--srx-mode", "add", input: Self.text).status == 64)
    }

    @Test func aHostilePatternEndsWithAnError() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.rules.replacing("[.?!:]+", with: "(a+)+(?!x)x"), to: "r.srx")
        let text = String(repeating: "a", count: 2000) + "x b\n"
        let result = try program.run("segment", "--lang", "en", "--srx", "r.srx", input: text)
        #expect(result.status == 2)
        #expect(
            result.errors == "r.srx:6:1: error: this rule takes too long on the text (U_REGEX_TIME_OUT)\n"
                + "hint: repetitions within repetitions, such as (a+)+, do that; write them as one\n")
        let record = try program.run(
            "segment", "--jsonl", "--srx", "r.srx",
            input: "{\"id\":7,\"lang\":\"en\",\"text\":\"\(text.dropLast())\"}\n")
        #expect(record.status == 0)
        #expect(
            record.text.hasPrefix(#"{"id":7,"error":{"code":"srx.steps","message":"r.srx:6:1: error: this rule takes"#),
            "\(record.text)")
    }

    @Test func theExportedFileDecidesAsWeDo() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("segment", "--export-srx", "--lang", "en", "-o", "en.srx").status == 0)
        #expect(try program.run("segment", "--export-srx").text.contains("languagerulename=\"zu\""))
        let text = "Dr. Bo of No. 5 left the U.S. The end came at 5 p.m. Travelers knew, e.g. This. “Why?” Bo asked.\n"
        let own = try program.run("segment", "--lang", "en", input: text)
        let read = try program.run("segment", "--lang", "en", "--srx", "en.srx", input: text)
        #expect(read.errors.isEmpty)
        #expect(read.text == own.text)
        #expect(own.lines.count == 4)
        #expect(try program.run("segment", "--export-srx", "x.txt").status == 64)
    }
}
