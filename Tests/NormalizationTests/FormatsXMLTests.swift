import Normalization
import Testing
import UnicodeText

@Suite struct FormatsXMLTests {
    @Test func nitf() throws {
        let sample = try FormatsSample(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">
            <nitf><head><title>Ministers pledge cooperation</title><docdata><doc-id id-string="ex&amp;1"/>\
            <date.issue norm="20231020T134400Z"/><doc.copyright holder="Example" year="2023"/>\
            <key-list><keyword key="digital"/></key-list></docdata></head>
            <body><body.head><hedline><hl1>Ministers pledge cooperation</hl1><hl2>Networks linked</hl2></hedline>
            <byline>By Amina Otieno<byttl>Staff Writer</byttl></byline>
            <dateline><location>NAIROBI</location>, <story.date norm="20231020">Oct. 20</story.date></dateline>
            <abstract><p>Eight governments agree.</p></abstract></body.head>
            <body.content><block><p>Eight governments will <em>link</em> networks &amp; data&nbsp;soon.</p>
            <hl2>What comes next</hl2><p><![CDATA[Work <soon>]]> begins.</p><bq><block><p>It is late.</p></block></bq>
            <ul><li>One</li><li>Two</li></ul><media media-type="image"><media-reference source="x.jpg">x</media-reference>
            <media-caption><p>In Nairobi</p></media-caption></media></block></body.content>
            <body.end><tagline>J. Doe contributed.</tagline></body.end></body></nitf>
            """)
        #expect(sample.article.format == .nitf)
        #expect(
            sample.lines == [
                "headline: Ministers pledge cooperation", "subhead: Networks linked",
                "byline: By Amina Otieno Staff Writer ← By Amina Otieno<byttl>Staff Writer",
                "dateline 2023-10-20: NAIROBI, Oct. 20"
                    + " ← NAIROBI</location>, <story.date norm=\"20231020\">Oct. 20",
                "lead: Eight governments agree.",
                "body: Eight governments will link networks & data\u{A0}soon."
                    + " ← Eight governments will <em>link</em> networks &amp; data&nbsp;soon.",
                "subhead: What comes next", "body: Work <soon> begins. ← Work <soon>]]> begins.",
                "quote: It is late.", "list: One", "list: Two", "caption: In Nairobi", "byline: J. Doe contributed.",
                "boilerplate identifier: ex&1 ← ex&amp;1", "boilerplate legal: Example",
                "boilerplate identifier: digital", "boilerplate duplicate: Ministers pledge cooperation",
                "boilerplate identifier: 20231020T134400Z",
            ])
        sample.expectProvenance()
        #expect(sample.source(of: "networks & data") == "networks &amp; data")
    }

    @Test func newsML() throws {
        let sample = try FormatsSample(
            """
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:h="http://www.w3.org/1999/xhtml"><itemSet>
            <newsItem guid="urn:newsml:x:1"><rightsInfo><copyrightHolder><name>Example</name></copyrightHolder>
            <usageTerms>No resale.</usageTerms></rightsInfo><itemMeta><itemClass qcode="ninat:text"/>
            <versionCreated>2023-10-20T13:44:00+03:00</versionCreated><edNote>For editors</edNote></itemMeta>
            <contentMeta><located><name>Nairobi</name></located><creator><name>Agency</name></creator>
            <by>By Amina Otieno</by><headline>Ministers pledge</headline>
            <headline role="hld:subHeadline">Networks linked</headline><slugline>DIGITAL</slugline>
            <description role="drol:summary">Eight agree.</description><subject><name>politics</name></subject>
            </contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><h:html><h:head><h:title>No</h:title>
            </h:head><h:body><h:h1>Ministers pledge</h:h1><h:p>Eight will link <h:i>networks</h:i>.</h:p></h:body></h:html>
            </inlineXML></contentSet></newsItem>
            <newsItem guid="urn:newsml:x:2"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta>
            <headline>At the table</headline><description>Ministers meet.</description></contentMeta></newsItem>
            <newsItem guid="urn:newsml:x:3"><contentMeta><headline>Third</headline></contentMeta><contentSet>
            <inlineData contenttype="text/plain">First &amp; only.

            Second.</inlineData></contentSet></newsItem></itemSet></newsMessage>
            """)
        #expect(sample.article.format == .newsml)
        #expect(
            sample.lines == [
                "headline: Ministers pledge", "subhead: Networks linked", "byline: By Amina Otieno",
                "dateline: Nairobi", "dateline 2023-10-20T13:44:00+03:00: 2023-10-20T13:44:00+03:00",
                "lead: Eight agree.", "body: Eight will link networks. ← Eight will link <h:i>networks</h:i>.",
                "boilerplate identifier: urn:newsml:x:1", "boilerplate legal: Example", "boilerplate legal: No resale.",
                "boilerplate identifier: For editors", "boilerplate identifier: DIGITAL",
                "boilerplate duplicate: Ministers pledge", "boilerplate identifier: Agency",
                "headline: At the table", "caption: Ministers meet.", "boilerplate identifier: urn:newsml:x:2",
                "headline: Third", "body: First & only. ← First &amp; only.", "body: Second.",
                "boilerplate identifier: urn:newsml:x:3",
            ])
        sample.expectProvenance()
    }

    @Test func rss() throws {
        let sample = try FormatsSample(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
            xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
            <title>Example</title><copyright>© Example</copyright><item><title>Ministers &amp;amp; kings</title>
            <description>Eight will link […]</description><pubDate>Fri, 20 Oct 2023 13:44:00 +0300</pubDate>
            <content:encoded><![CDATA[<p>Eight will link &amp; share.</p><p>Second.</p>]]></content:encoded>
            <media:content url="x.jpg"><media:title>No</media:title><media:description>In Nairobi</media:description>
            </media:content><dc:creator>A. Otieno</dc:creator><guid>x1</guid></item>
            <item><title>Second</title><description>3 &lt; 5, &lt;b&gt;she&lt;/b&gt; said.</description>
            <pubDate>21 Oct 23 08:00 EST</pubDate></item></channel></rss>
            """)
        #expect(sample.article.format == .rss)
        #expect(
            sample.lines == [
                "boilerplate navigation: Example", "boilerplate legal: © Example",
                "headline: Ministers & kings ← Ministers &amp;amp; kings", "byline: A. Otieno",
                "dateline 2023-10-20T13:44:00+03:00: Fri, 20 Oct 2023 13:44:00 +0300",
                "body: Eight will link & share. ← Eight will link &amp; share.", "body: Second.",
                "caption: In Nairobi", "boilerplate identifier: x1", "boilerplate duplicate: Eight will link […]",
                "headline: Second", "dateline 2023-10-21T08:00-05:00: 21 Oct 23 08:00 EST",
                "body: 3 < 5, she said. ← 3 &lt; 5, &lt;b&gt;she&lt;/b&gt; said.",
            ])
        sample.expectProvenance()
    }

    @Test func atom() throws {
        let sample = try FormatsSample(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Feed</title><author><name>Desk</name></author><entry>
            <title type="html">A &lt;b&gt;bold&lt;/b&gt; plan</title><updated>2023-10-20T14:00:00Z</updated>
            <published>2023-10-20T13:44:00.5+01:00</published><author><name>A. Otieno</name></author>
            <summary>In short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
            <p>One <em>para</em>.</p><p>Two.</p></div></content></entry>
            <entry><title>B</title><content type="html">&lt;p&gt;Esc &amp;amp; aped.&lt;/p&gt;</content></entry>
            <entry><title>C</title><content>plain</content></entry></feed>
            """)
        #expect(sample.article.format == .atom)
        #expect(
            sample.lines == [
                "boilerplate navigation: Feed", "boilerplate identifier: Desk",
                "headline: A bold plan ← A &lt;b&gt;bold&lt;/b&gt; plan", "byline: A. Otieno",
                "dateline 2023-10-20T13:44:00+01:00: 2023-10-20T13:44:00.5+01:00", "lead: In short.",
                "body: One para. ← One <em>para</em>.", "body: Two.", "boilerplate identifier: 2023-10-20T14:00:00Z",
                "headline: B", "body: Esc & aped. ← Esc &amp;amp; aped.", "headline: C", "body: plain",
            ])
        sample.expectProvenance()
    }

    /// The content of a NewsML-G2 item may be a whole NITF document, with headlines of its own.
    @Test func nitfInNewsML() throws {
        let sample = try FormatsSample(
            """
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta><headline>Ministers pledge</headline>
            <headline role="hld:short">Pledge</headline></contentMeta><contentSet>
            <inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
            <head><title>No</title></head><body><body.head><hedline><hl1>Ministers pledge</hl1><hl2>Linked</hl2></hedline>
            <byline>By A. Otieno</byline></body.head><body.content><p>One.</p><hl2>Next</hl2></body.content></body></nitf>
            </inlineXML></contentSet></newsItem>
            """)
        #expect(
            sample.lines == [
                "headline: Ministers pledge", "subhead: Linked", "byline: By A. Otieno", "body: One.", "subhead: Next",
                "boilerplate duplicate: Pledge", "boilerplate duplicate: Ministers pledge",
            ])
    }

    /// Files in other encodings and with other line ends are the same.
    @Test func doesNotDependOnTheEncoding() throws {
        let text =
            "<nitf><body><body.head><hedline><hl1>Head”line</hl1></hedline></body.head><body.content>\n"
            + "<p>One”\nline.</p>\n</body.content></body></nitf>"
        for encoding in ["UTF-8", "UTF-16LE", "windows-1252"] {
            let sample = try FormatsSample(Encoded.bytes(text.replacing("\n", with: "\r\n"), encoding))
            #expect(sample.copy == ["Head”line", "One” line."], "\(encoding)")
            sample.expectProvenance()
        }
    }

    @Test(arguments: [
        ("<nitf><body>\n<p>Cut", 2, "ends in the middle"),
        ("<rss><channel>\n\n<item></channel></rss>", 3, "mismatched tag"),
        (
            "<!DOCTYPE nitf [<!ENTITY a \"aaaa\">\n<!ENTITY b \"&a;&a;\">]>\n<nitf><body><p>&b;</p></body></nitf>", 1,
            "refused"
        ),
        ("\n\n<nitf><body><p>a < b</p></body></nitf>", 3, "invalid token"),
        ("<nitf><body><p>\u{0}</p></body></nitf>", 1, "invalid token"),
        ("<nitf></nitf>", nil, "no story"),
    ])
    func whatIsNotWholeIsText(_ text: String, _ line: Int?, _ message: String) throws {
        let article = Pipeline().article(from: SourceText(UTF8Text(text), name: "copy.xml"))
        #expect(article.format == .text)
        let found = try #require(article.diagnostics.first)
        #expect(found.severity == .warning && found.line == line, "\(found)")
        #expect(found.message.contains(message), "\(found)")
        #expect(found.hint == "it was read as plain text; --from forces another format")
        #expect(!article.blocks.isEmpty)
    }

    /// Feeds made by hand: what XML refuses is said, and the copy is read all the same.
    @Test func ampersandsStandForThemselves() throws {
        let sample = try FormatsSample(
            "<rss><channel><title>R & D</title>\n<item><title>Health & safety</title>"
                + "<description>A&amp;B & &lt;b&gt;C&lt;/b&gt; &c said &#233; at AT&T &.</description></item></channel></rss>"
        )
        #expect(
            sample.lines == [
                "boilerplate navigation: R & D", "headline: Health & safety",
                "body: A&B & C &c said é at AT&T &."
                    + " ← A&amp;B & &lt;b&gt;C&lt;/b&gt; &c said &#233; at AT&T &.",
            ])
        sample.expectProvenance()
        let warning = try #require(sample.article.diagnostics.first)
        #expect(warning.line == 1 && warning.column == 24 && warning.message.contains("6 in all"))
    }

    /// The stories before the place where a file breaks off are whole; the rest is shown as what it is.
    @Test(arguments: [
        ("<rss><channel>", "<item><title>One</title><description>Text.</description></item>", "<item><title>Tw"),
        (
            "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>",
            "<newsItem><contentMeta><headline>One</headline></contentMeta><contentSet>"
                + "<inlineData contenttype=\"text/plain\">Text.</inlineData></contentSet></newsItem>",
            "<newsItem><contentMeta><headline>Tw</headline>"
        ),
        (
            "<feed xmlns=\"http://www.w3.org/2005/Atom\">", "<entry><title>One</title><content>Text.</content></entry>",
            "<entry><title>Tw</title><content>&#0;"
        ),
    ])
    func storiesBeforeACutAreWhole(_ head: String, _ story: String, _ rest: String) throws {
        let sample = try FormatsSample(head + story + "\n" + rest)
        #expect(sample.lines == ["headline: One", "body: Text.", "boilerplate truncated: \(rest)"])
        sample.expectProvenance()
        #expect(sample.article.diagnostics.first?.message.hasSuffix("; the stories before it were read") == true)
        #expect(try FormatsSample(head + rest).article.format == .text)
    }

    @Test func whatStandsBehindTheDocumentIsLeftOut() throws {
        let sample = try FormatsSample(
            "<rss><channel><item><title>One</title><description>Text.</description></item></channel></rss>\n"
                + "<!-- cached -->\n<script>x()</script>\n")
        #expect(sample.copy == ["One", "Text."])
        #expect(
            sample.lines.last == "boilerplate furniture: <!-- cached --> <script>x()</script>"
                + " ← <!-- cached -->¶<script>x()</script>")
        #expect(sample.article.diagnostics.first?.message == "text after the end of the document; it was left out")
    }

    /// A feed without a story is not passed over in silence.
    @Test(arguments: [
        "<rss><channel><title>News</title></channel></rss>", "{\"uri\":\"u\",\"type\":\"text\",\"slugline\":\"port\"}",
    ])
    func aFileWithoutAStoryIsReported(_ text: String) throws {
        let sample = try FormatsSample(text)
        #expect(sample.copy == [] && sample.article.format != .text)
        #expect(sample.article.diagnostics.map(\.code) == ["format.no-story"])
    }
}
