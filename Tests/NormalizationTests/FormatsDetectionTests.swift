import Normalization
import TestSupport
import Testing
import UnicodeText

@Suite struct FormatsDetectionTests {
    @Test(arguments: [
        ("{\"uri\":\"urn:x\",\"headline\":\"A\"}", PressFormat.ninjs),
        ("\n [ {\"uri\":\"urn:x\",\"versioncreated\":\"2023-10-20T00:00:00Z\"} ]", .ninjs),
        ("{\"pubStatus\":\"usable\",\"versionCreated\":\"2023-10-20T00:00:00Z\",\"headlines\":[]}", .ninjs),
        ("{\"uri\":\"urn:x\",\"body_html\":\"<p>cut sho", .ninjs), ("{\"uri\":\"urn:x\",\"body\":\"cut sho", .text),
        ("{\"uri\":\"urn:x\",\"headline\":\"A\",\"body_html\":\"<p>cut sho", .ninjs),
        ("{\"name\":\"left-pad\",\"version\":\"1.0.0\",\"description\":\"x\"}", .text),
        ("{\"a\":{\"uri\":\"urn:x\",\"headline\":\"A\"}}", .text),
        ("{Editors: \"uri\" and \"headline\": see below} The text begins.", .text),
        ("[NAIROBI] Ministers met {again} on Monday.", .text),
        ("<?xml version=\"1.0\"?>\n<!-- x --><!DOCTYPE nitf SYSTEM \"n.dtd\" [<!-- > -->]><nitf><body/></nitf>", .nitf),
        ("<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\"/>", .newsml),
        ("<nar:newsMessage xmlns:nar=\"http://iptc.org/std/nar/2006-10-01/\"/>", .newsml),
        ("<rss version=\"2.0\"><channel/></rss>", .rss),
        ("<rdf:RDF xmlns:rdf=\"x\" xmlns=\"http://purl.org/rss/1.0/\"></rdf:RDF>", .rss),
        ("<feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>", .atom),
        ("<feed>Chickens need it.</feed>", .text),
        ("<!DOCTYPE html><html><body><p>x</p></body></html>", .html),
        ("<p>One</p><p>Two</p>", .html),
        ("<nitf is what the desk calls it", .text),
        ("From: a@x.org\nSubject: B\n\nText", .email),
        (
            "From a@x.org Fri Oct 20 13:44:00 2023\nFrom: a@x.org\r\nDate: Fri, 20 Oct 2023 13:44 +0000\r\n\r\nText",
            .email
        ),
        ("From: the ministry\n\nA text of one field is no message.", .text),
        ("From: a@x.org\nSubject: B\nText without an empty line", .text),
        ("To: all\nSubject: lunch\nThis line: is a field by its look\nbut this one is not\n\nText", .text),
        ("From: the ministry\nTo: the press\n\nText", .email),
        ("Contact: Jane\nPhone: 123\n\nText", .text),
        ("ecp0007 4 s 850  dpa 0908\n\nHeadline\n\nText", .iptc7901),
        ("\u{1}xyz0001 3 i 120 ab\n\u{2}Headline\n\u{3}", .iptc7901),
        ("abc0007 4 people died\n\nText", .text),
        ("G20 4 the win 850 delegates met", .text),
        ("a0123-----\nr i  BC-Summit, 1st Ld   10-20 0450\n^BC-Summit<\n^Head<\n\tText", .iptc7901),
        ("a0123\nr i walked 10-20 miles", .text),
        ("Ministers met on Monday.", .text), ("", .text), ("   \n", .text), ("{", .text), ("<", .text),
    ])
    func tellsByContent(_ text: String, _ format: PressFormat) {
        #expect(PressFormat.detect(UTF8Text(text)) == format, "\(text)")
    }

    /// Detection must look at everything without going back.
    @Test(arguments: ["{\"a\":", "[", "{\"", "<!--", "<!DOCTYPE a [", "A:b\n", "<", "\u{1}", "{\"uri\":1,"])
    func takesLinearTime(_ part: String) {
        let text = UTF8Text(String(repeating: part, count: 20_000))
        let time = cpuTime { _ = PressFormat.detect(text) }
        #expect(time < .seconds(5))
    }
}
