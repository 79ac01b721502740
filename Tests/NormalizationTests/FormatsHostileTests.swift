import TestSupport
import Testing
import UnicodeText

@testable import Normalization

/// No input makes a reader crash, lose its way back, or take more than linear time.
@Suite struct FormatsHostileTests {
    static let seeds: [(PressFormat, String)] = [
        (
            .ninjs,
            #"{"uri":"u","type":"text","headline":"A \u00e9","body_html":"<p>B &amp; c</p>","associations":{"a":{"description_text":"d"}},"bodies":[{"contenttype":"text/plain","value":"x\n\ny"}],"versioncreated":"2023-10-20T10:00:00Z"}"#
        ),
        (
            .newsml,
            "<newsItem guid=\"g\"><itemMeta><versionCreated>2023-10-20</versionCreated></itemMeta><contentMeta><headline>A &amp; b</headline></contentMeta><contentSet><inlineXML><p>c<b>d</b></p></inlineXML><inlineData contenttype=\"text/html\">&lt;p&gt;e &amp;amp; f&lt;/p&gt;</inlineData></contentSet></newsItem>"
        ),
        (
            .nitf,
            "<nitf><head><docdata><date.issue norm=\"20231020T134400Z\"/></docdata></head><body><body.head><hedline><hl1>A</hl1></hedline><dateline><location>X</location> <story.date norm=\"20231020\">y</story.date></dateline></body.head><body.content><p>b&nbsp;<em>c</em></p></body.content></body></nitf>"
        ),
        (
            .rss,
            "<rss><channel><title>T</title><item><title>A &amp;amp; b</title><description>&lt;p&gt;c&lt;/p&gt;</description><pubDate>Fri, 20 Oct 2023 13:44:00 +0300</pubDate></item></channel></rss>"
        ),
        (
            .atom,
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title type=\"html\">&lt;b&gt;A&lt;/b&gt;</title><content type=\"xhtml\"><div><p>b</p></div></content></entry></feed>"
        ),
        (
            .iptc7901,
            "\u{1}ecp0007 4 s 850  dpa 0908\n\nA/B/\n\u{2}Head line\nBy X =\n\n   Text one.\n   Text two.\n\u{3}\n201344 Oct 23\n\u{4}"
        ),
        (
            .email,
            "From: =?utf-8?Q?=C3=A9?= <a@x>\nSubject: =?utf-8?B?w6k=?= s\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=koi8-r; format=flowed\nContent-Transfer-Encoding: quoted-printable\n\nA =E9 b=\nc \nd\n> q\n-- \ns\n--b\nContent-Transfer-Encoding: base64\n\nw6kgYWJjIGRlZg==\n--b--\n"
        ),
    ]

    private func check(_ bytes: [UInt8], _ format: PressFormat?) {
        guard let source = try? SourceText(bytes) else { return }
        let blocks =
            switch FormattedCopy.read(source, as: format).blocks {
            case .made(let blocks): blocks
            case .plain(let lines): lines.blocks
            }
        for block in blocks
        where !block.edits.verifies(source: source.text[block.extent], target: block.text) {
            Issue.record("\(String(decoding: bytes, as: UTF8.self)) \(block)")
        }
    }

    /// Every beginning of every sample, as its own format and by detection.
    @Test(arguments: seeds)
    func everyPrefix(_ format: PressFormat, _ text: String) {
        let bytes = Array(text.utf8)
        for count in 0...bytes.count {
            check(Array(bytes[..<count]), format)
            check(Array(bytes[..<count]), nil)
        }
    }

    @Test(arguments: seeds)
    func changedBytes(_ format: PressFormat, _ text: String) {
        var random = SplitMix(seed: 5)
        let bytes = Array(text.utf8)
        let signs = Array("<>&\"'{}[]\\:;=?\n\r\t \u{1}\u{2}\u{3}-_^éx0".utf8) + [0, 0xFF]
        for _ in 0..<150 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index = Int.random(in: 0..<changed.count, using: &random)
                let sign = signs[Int.random(in: 0..<signs.count, using: &random)]
                switch Int.random(in: 0..<3, using: &random) {
                case 0: changed[index] = sign
                case 1: changed.insert(sign, at: index)
                default: changed.remove(at: index)
                }
            }
            check(changed, format)
            check(changed, nil)
        }
    }

    /// Any text read as any format.
    @Test(arguments: PressFormat.allCases)
    func otherFormats(_ format: PressFormat) {
        for (_, text) in Self.seeds { check(Array(text.utf8), format) }
        for text in ["", "\u{0}", "{", "<", "\n\n", ":", "From:", "\u{1}", "[]", "{}", "null"] {
            check(Array(text.utf8), format)
        }
    }

    private static let many = 2_000
    private static func repeated(_ text: String, _ count: Int = many) -> String {
        String(repeating: text, count: count)
    }
    static let large: [(PressFormat, String)] = [
        (.ninjs, "{\"uri\":\"u\",\"headline\":\"h\",\"body_text\":\"" + repeated("word \\u00e9 \\n", 10_000) + "\"}"),
        (.ninjs, "{\"uri\":\"u\",\"headline\":\"h\",\"body_html\":\"" + repeated("<p>a &amp; b\\u00e9</p>") + "\"}"),
        (.ninjs, repeated("{\"associations\":", 2_000)),
        (.ninjs, "[" + repeated("{\"uri\":\"u\",\"headline\":\"é\",\"body_text\":\"b\"},") + "{\"uri\":\"z\"}]"),
        (.ninjs, "{\"uri\":\"u\",\"headlines\":[" + repeated("{\"value\":\"a\"},") + "{\"value\":\"b\"}]}"),
        (.nitf, "<nitf><body>" + repeated("<p>a <em>b</em> &amp; c</p>") + "</body></nitf>"),
        (.nitf, "<nitf><body><p>" + repeated("a &lt; b\n", 10_000) + "</p></body></nitf>"),
        (.nitf, "<nitf><body>" + repeated("<block>")),
        (
            .rss,
            "<rss><channel>"
                + repeated("<item><pubDate>x</pubDate><title>é</title><description>&lt;p&gt;é</description></item>")
                + "</channel></rss>"
        ),
        (
            .rss,
            "<rss><channel><item>" + repeated("<author>é</author><title>t</title><description>a</description>")
                + "</item></channel></rss>"
        ),
        (
            .atom,
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><content type=\"html\">" + repeated("&lt;p&gt;a")
                + "</content></entry></feed>"
        ),
        (.iptc7901, repeated("\u{1}abc0001 3 i 120 ab\n\u{2}Headline\n\u{3}\n")),
        (.iptc7901, "\u{1}abc0001 3 i 120 ab\n" + repeated("\n") + repeated("  a\n") + repeated("^b=\n")),
        (.email, "From: a@x\nSubject: " + repeated("=?utf-8?Q?=C3=A9?= ") + "\n\nbody\n"),
        (.email, "From: a@x\nSubject: b\nContent-Type: multipart/mixed; boundary=b\n\n" + repeated("--b\n\na\n")),
        (
            .email,
            "From: a@x\nSubject: b\nContent-Transfer-Encoding: quoted-printable\n\n" + repeated("=C3=A9=\n", 10_000)
        ),
        (
            .email,
            "From: a@x\nSubject: b\nContent-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: base64\n\n"
                + repeated("w6kgYWJjIGRl", 10_000)
        ),
        (.email, repeated("A: b\n ") + "\n\nx"),
        (.email, "From: a@x\nSubject: b\n\n" + repeated("From: a\n") + repeated("> a\n") + repeated("-----\n")),
        (
            .email,
            repeated("From: a@x\nSubject: b\nContent-Type: message/rfc822\n\n", 2_000)
        ),
    ]

    /// By number, for the texts are no names.
    @Test(arguments: large.indices)
    func largeInputTakesLinearTime(_ index: Int) {
        let (format, text) = Self.large[index]
        let source = SourceText(UTF8Text(text))
        let time = cpuTime {
            _ = Pipeline(language: .english, format: format).article(from: source)
        }
        #expect(time < .seconds(20), "\(format) \(text.prefix(40)) \(time)")
    }
}
