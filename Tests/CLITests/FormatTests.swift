import Foundation
import Testing

/// Formats of press copy through the real program.
@Suite struct FormatTests {
    private static let story =
        #"{"uri":"urn:x","headline":"Ministers pledge \u2014 again","body_html":"<p>One. Two.</p>"}"#

    @Test func theContentTells() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(
            try program.run("normalize", "--lang", "en", input: Self.story).text
                == "Ministers pledge — again\n\nOne. Two.\n")
        let mail = "From: A <a@x.org>\nSubject: News of the day\n\nOne is here. Two is there.\n"
        #expect(
            try program.run("normalize", "--lang", "en", input: mail).text
                == "News of the day\n\nA\n\nOne is here. Two is there.\n")
    }

    @Test func fromForces() throws {
        let program = try Program()
        defer { program.remove() }
        let asText = try program.run(
            "normalize", "--lang", "en", "--from", "text", "--format", "json", input: Self.story)
        #expect(asText.text.contains("body_html"), "\(asText)")
        let feed = "<rss><channel><item><title>A</title><description>B</description></item></channel></rss>"
        #expect(try program.run("normalize", "--lang", "en", "--from", "rss", input: feed).text == "A\n\nB\n")
        #expect(try program.run("normalize", "--from", "docx", input: "x").status == 64)
    }

    @Test func aCutFileIsSaidAndReadAsText() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("{\"uri\":\"urn:x\",\n\"headline\":\"A\",\n\"body_text\":\"Cut", to: "cut.json")
        let result = try program.run("normalize", "cut.json")
        #expect(result.status == 0)
        #expect(
            result.errors
                == "cut.json:3:17: warning: this is no whole JSON: string without an end\n"
                + "hint: it was read as plain text; --from forces another format\n", "\(result.errors)")
    }

    @Test func segmentTakesTheCopyAlone() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(
            try program.run("segment", "--lang", "en", "--from", "ninjs", input: Self.story).lines
                == ["Ministers pledge — again", "One.", "Two."])
        let json = try program.run("segment", "--lang", "en", "--json", "--from", "ninjs", input: Self.story).text
        #expect(json.contains(#""spans":[[27,56],[74,78],[79,83]]"#), "\(json)")
    }

    /// `--from` of ingest took a language before it took a format, and still does.
    @Test func ingestTakesAFormatOrALanguage() throws {
        let program = try Program()
        defer { program.remove() }
        let format = try program.run("ingest", "-", "--lang", "en", "--to", "fr", "--from", "ninjs", input: Self.story)
        #expect(format.status == 0, "\(format)")
        let language = try program.run("ingest", "-", "--to", "fr", "--from", "en", input: "A sentence of the day.")
        #expect(language.status == 0, "\(language)")
        #expect(try program.run("memory", "stats", "--json").text.contains("\"units\":4,"))
    }
}
