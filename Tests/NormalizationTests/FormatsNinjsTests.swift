import Normalization
import Testing
import UnicodeText

@Suite struct FormatsNinjsTests {
    /// Version 1, members in the order of the alphabet, as many programs write them.
    @Test func version1() throws {
        let sample = try FormatsSample(
            #"""
            {"associations": {"picture1": {"type": "picture", "description_text": "Ministers in Nairobi",
               "uri": "urn:x:2", "renditions": {"main": {"href": "x.jpg", "title": "The hall"}}}},
             "body_html": "<p>NAIROBI \u2014 Eight governments will <b>link</b> their\u00a0networks &amp; share \"data\".<\/p>\n<h2>What comes next</h2><p>Work begins in 2027.</p><ul><li>One</li></ul>",
             "body_text": "The same in plain.", "byline": "By Amina Otieno", "copyrightnotice": "Copyright 2023 Example",
             "description_text": "What it is about, in short.", "firstcreated": "2023-10-20T12:00:00Z",
             "headline": "Ministers pledge \"digital\" cooperation", "located": "Nairobi", "slugline": "digital",
             "type": "text", "uri": "urn:x:1", "usageterms": "No resale.", "versioncreated": "2023-10-20T13:44:00+00:00"}
            """#)
        #expect(sample.article.format == .ninjs)
        #expect(
            sample.lines == [
                #"headline: Ministers pledge "digital" cooperation ← Ministers pledge \"digital\" cooperation"#,
                "byline: By Amina Otieno", "dateline: Nairobi",
                "dateline 2023-10-20T13:44:00Z: 2023-10-20T13:44:00+00:00", "lead: What it is about, in short.",
                "body: NAIROBI — Eight governments will link their\u{A0}networks & share \"data\"."
                    + #" ← NAIROBI \u2014 Eight governments will <b>link</b> their\u00a0networks &amp; share \"data\"."#,
                "subhead: What comes next", "body: Work begins in 2027.", "list: One", "caption: Ministers in Nairobi",
                "caption: The hall", "boilerplate identifier: urn:x:2", "boilerplate legal: Copyright 2023 Example",
                "boilerplate identifier: digital", "boilerplate identifier: urn:x:1", "boilerplate legal: No resale.",
                "boilerplate duplicate: The same in plain.", "boilerplate identifier: 2023-10-20T12:00:00Z",
            ])
        sample.expectProvenance()
        #expect(sample.source(of: "link") == "link")
        #expect(sample.source(of: "their\u{A0}networks") == #"their\u00a0networks"#)
    }

    @Test func version2() throws {
        let sample = try FormatsSample(
            #"""
            {"uri":"urn:x:1","standard":{"name":"ninjs","version":"2.1"},"type":"text","versioncreated":"2023-10-20",
             "headlines":[{"role":"short","value":"Pledge"},{"role":"main","value":"Ministers pledge"},
              {"role":"subhead","value":"Networks linked"}],
             "bodies":[{"role":"main","contenttype":"text/plain","value":"First line.\n\nSecond \u00e9."}],
             "by":"Amina Otieno","altids":[{"role":"x","value":"N-1"}],
             "associations":[{"name":"p","type":"picture","headlines":[{"value":"At the table"}]},
              {"name":"r","type":"text","headline":"Another story"}]}
            """#)
        #expect(
            sample.lines == [
                "headline: Ministers pledge", "subhead: Networks linked", "byline: Amina Otieno",
                "dateline 2023-10-20: 2023-10-20", "body: First line.", #"body: Second é. ← Second \u00e9."#,
                "caption: At the table", "boilerplate identifier: urn:x:1", "boilerplate duplicate: Pledge",
                "boilerplate identifier: N-1", "boilerplate related: Another story",
            ])
        sample.expectProvenance()
    }

    /// Camel case, and a body that begins with the headline once more.
    @Test func version3() throws {
        let sample = try FormatsSample(
            #"""
            {"uri":"urn:x:1","versionCreated":"2023-10-20T13:44:05+02:00","copyrightNotice":"© Example",
             "usageTerms":"None","headlines":[{"value":"Ministers pledge"}],
             "bodies":[{"contentType":"text/html","value":"<h1>Ministers pledge</h1><blockquote><p>It is late.</p></blockquote>"}]}
            """#)
        #expect(
            sample.lines == [
                "headline: Ministers pledge", "dateline 2023-10-20T13:44:05+02:00: 2023-10-20T13:44:05+02:00",
                "quote: It is late.", "boilerplate identifier: urn:x:1", "boilerplate legal: © Example",
                "boilerplate legal: None", "boilerplate duplicate: Ministers pledge",
            ])
    }

    @Test func severalStoriesKeepTheirOrder() throws {
        let sample = try FormatsSample(
            #"[{"uri":"1","headline":"One","body_text":"A."},{"uri":"2","body_text":"B.","headline":"Two"}]"#)
        #expect(sample.copy == ["One", "A.", "Two", "B."])
    }

    @Test func aPicturesTextIsItsCaption() throws {
        let sample = try FormatsSample(
            #"{"uri":"urn:p","type":"picture","headline":"At the table","description_text":"Ministers meet."}"#)
        #expect(
            sample.lines == ["headline: At the table", "caption: Ministers meet.", "boilerplate identifier: urn:p"])
    }

    /// No part of a cut story is one: it is read as text, and the place is named.
    @Test func aFileCutShortIsText() throws {
        let sample = try FormatsSample("{\"uri\":\"urn:x\",\n\"headline\":\"A\",\n \"body_text\":\"Cut sho")
        #expect(sample.article.format == .text)
        let found = try #require(sample.article.diagnostics.first)
        #expect(found.severity == .warning && found.file == "copy" && found.line == 3 && found.column == 22)
        #expect(found.message == "this is no whole JSON: string without an end")
        #expect(sample.article.blocks.count == 3)
    }

    /// A story a line, as feeds send them, and bodies that stand without an array.
    @Test func storiesOnLines() throws {
        let sample = try FormatsSample(
            "{\"uri\":\"a\",\"headline\":\"One\",\"body_text\":\"The first text.\"}\n\n"
                + "{\"uri\":\"b\",\"headlines\":{\"value\":\"Two\"},\"bodies\":{\"value\":\"The second text.\"}}\n")
        #expect(sample.copy == ["One", "The first text.", "Two", "The second text."])
        sample.expectProvenance()
    }
}
