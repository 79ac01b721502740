import Foundation
import Testing

/// `normalize --format html` through the real program.
@Suite struct HTMLPageTests {
    private static let copy = """
        Ministers meet in Cairo

        Published: 03/04/2023

        The minister of trade said on Thursday that itâ€™s simple, and that the ports will follow.

        قال وزير الاتصالات المصري إن مصر ستوقع اتفاقية للتعاون الرقمي مع خمس دول أفريقية يوم الخميس.

        <b onclick="alert('x')">The "bold" ministers</b> of the region said that they would meet again in May & June.

        Copyright © 2023 Example News. All rights reserved.

        """

    /// Whole output: everything behind the style sheet and the key, which every page has alike.
    @Test func showsSourceAndCopySideBySide() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.copy, to: "a&b.txt")
        let page = try program.run("normalize", "--lang", "en", "--format", "html", "a&b.txt")
        #expect(page.status == 0)
        #expect(page.text.contains("<title>a&amp;b.txt – source and clean copy</title>"))
        let start = try #require(page.text.range(of: "<section"))
        // The weights are tested where they are made.
        let shown = page.text[start.lowerBound...].replacing(/<table>\n(<tr>.*\n)*<\/table>/, with: "<table/>")
        #expect(shown == Self.expected)
        #expect(
            page.text.firstMatch(of: /<tr><td>legal:all rights reserved<\/td><td class="w">−\d\.\d<\/td><\/tr>/) != nil)
    }

    @Test(arguments: ["press", "text"])
    func theSourceStandsOnTheLeftOnce(_ profile: String) throws {
        let program = try Program()
        defer { program.remove() }
        let sources = [
            "lines.txt": Self.copy.replacingOccurrences(of: "\n", with: "\r\n"),
            "signs.txt":
                "One\u{A0}line\u{A0}\u{A0}said\u{AD} \u{202E}so\u{202C}.\n\n\tA\u{1}B\u{200D}C \u{85}D\u{FEFF} &amp; <i>.\n\u{200B}\n\n",
            "page.html":
                "<html><head><title>T</title></head><body><p class='a'>One <b>bold</b> line\n  said&nbsp;so.</p>\n<p>Two &lt; three.</p></body></html>\n",
        ]
        for (name, source) in sources {
            try program.write(source, to: name)
            let page = try program.run("normalize", "--profile", profile, "--lang", "en", "--format", "html", name)
            let reader = try PageReader(page.text)
            #expect(Array(reader.left.unicodeScalars) == Array(source.unicodeScalars), "\(name)")
        }
    }

    @Test func theCopyStandsOnTheRight() throws {
        let program = try Program()
        defer { program.remove() }
        let source = Self.copy + "\nThe ports\u{A0}of the region said: «so\u{AD}cial» — 10\u{202F}%.\n"
        let page = try program.run("normalize", "--profile", "text", "--format", "html", input: source)
        let copy = try program.run("normalize", "--profile", "text", input: source)
        #expect(try PageReader(page.text).right == copy.text)
    }

    @Test func identifiersAreThoseOfTheOrder() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.copy, to: "one.txt")
        let arguments = ["normalize", "--format", "html", "one.txt", "none.txt", "one.txt"]
        let page = try program.run(arguments)
        #expect(page.status == 2 && page.errors.contains("none.txt"))
        #expect(try program.run(arguments).output == page.output)
        let identifiers = try PageReader(page.text).identifiers
        #expect(Set(identifiers).count == identifiers.count)
        #expect(
            identifiers.filter { $0.hasPrefix("f") } == ["f1"] + (1...6).map { "f1b\($0)" } + ["f2", "f3"]
                + (1...6).map { "f3b\($0)" })
        #expect(page.text.contains("<li><a href=\"#f2\"><bdi>none.txt</bdi></a></li>"))
        #expect(page.text.contains("<p class=\"error\">cannot open: No such file or directory</p>"))
    }

    @Test func aLongLineIsCutBetweenCharacters() throws {
        let program = try Program()
        defer { program.remove() }
        let source = String(repeating: "字", count: 20_000) + String(repeating: "wort ", count: 4_000)
        let page = try program.run("normalize", "--profile", "text", "--format", "html", input: source)
        let reader = try PageReader(page.text)
        #expect(reader.left == source && reader.right == source)
        #expect(page.text.components(separatedBy: "<div class=\"row body same\"").count > 8)
    }

    @Test func kindsLimitTheText() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(
            try program.run("normalize", "--lang", "en", "--kinds", "headline,dateline", input: Self.copy).text
                == "Ministers meet in Cairo\n\nPublished: 03/04/2023\n")
        #expect(
            try program.run(
                "normalize", "--lang", "en", "--format", "segments", "--kinds", "headline", "--kinds", "dateline",
                input: Self.copy
            ).lines == ["Ministers meet in Cairo", "Published: 03/04/2023"])
        let record = #"{"id":1,"lang":"en","text":"Ministers meet in Cairo\n\nPublished: 03/04/2023"}"#
        let answer = try program.run("normalize", "--jsonl", "--kinds", "dateline", input: record).text
        #expect(answer.contains(#""text":"Published: 03/04/2023","lang""#), "\(answer)")
        #expect(answer.contains(#""kind":"headline""#))
        #expect(try program.run("normalize", "--kinds", "title", input: "x").status == 64)
        #expect(try program.run("normalize", "--kinds", "body", "--profile", "text", input: "x").status == 64)
    }

    // swift-format-ignore
    private static let expected = #"""
        <section class="file" id="f1">
        <h1><bdi>a&amp;b.txt</bdi></h1>
        <dl class="facts">
        <dt>Encoding</dt><dd>UTF-8 (valid-utf8, 100 %)</dd>
        <dt>Language</dt><dd>English (en), 100 %</dd>
        <dt>Format</dt><dd>text, 479 bytes</dd>
        <dt>Kept</dt><dd>1 headline, 1 dateline, 3 body</dd>
        <dt>Left out</dt><dd>1 legal</dd>
        <dt>Changed</dt><dd>1 place in 1 block</dd>
        </dl>
        <table class="rules">
        <caption>Changes by rule</caption>
        <tr><th scope="row"><a href="#f1b3">mojibake:windows-1252</a></th><td class="n">1</td><td>text once read in the wrong encoding repaired</td></tr>
        </table>
        <div class="rows">
        <div class="row top"><div class="what">Block</div><div>Source</div><div>Clean copy</div></div>
        <div class="row headline same" id="f1b1"><div class="what"><span class="n">1</span><details><summary><b>headline</b></summary><table/><p>bytes 0–23</p></details></div><div class="src" lang="en" dir="auto">Ministers meet in Cairo</div><div class="copy" lang="en" dir="auto">Ministers meet in Cairo</div></div>
        <div class="row dateline same" id="f1b2"><div class="what"><span class="n">3</span><details><summary><b>dateline</b></summary><table/><p>bytes 25–46</p></details><span class="date unsure"><span>2023-04-03</span></span><span class="date unsure"><span>or 2023-03-04</span></span></div><div class="src" lang="en" dir="auto"><span hidden="hidden">

        </span>Published: 03/04/2023</div><div class="copy" lang="en" dir="auto">Published: 03/04/2023</div></div>
        <div class="row body changed" id="f1b3"><div class="what"><span class="n">5</span><details><summary><b>body</b></summary><table/><p>bytes 48–143</p><p>mojibake:windows-1252 1×</p></details></div><div class="src" lang="en" dir="auto"><span hidden="hidden">

        </span>The minister of trade said on Thursday that it<del title="mojibake:windows-1252">â€™</del>s simple, and that the ports will follow.</div><div class="copy" lang="en" dir="auto">The minister of trade said on Thursday that it<ins title="mojibake:windows-1252">’</ins>s simple, and that the ports will follow.</div></div>
        <div class="row body same" id="f1b4"><div class="what"><span class="n">7</span><details><summary><b>body</b></summary><table/><p>bytes 145–313</p></details></div><div class="src" lang="ar" dir="auto"><span hidden="hidden">

        </span>قال وزير الاتصالات المصري إن مصر ستوقع اتفاقية للتعاون الرقمي مع خمس دول أفريقية يوم الخميس.</div><div class="copy" lang="ar" dir="auto">قال وزير الاتصالات المصري إن مصر ستوقع اتفاقية للتعاون الرقمي مع خمس دول أفريقية يوم الخميس.</div></div>
        <div class="row body same" id="f1b5"><div class="what"><span class="n">9</span><details><summary><b>body</b></summary><table/><p>bytes 315–424</p></details></div><div class="src" lang="en" dir="auto"><span hidden="hidden">

        </span>&lt;b onclick="alert('x')"&gt;The "bold" ministers&lt;/b&gt; of the region said that they would meet again in May &amp; June.</div><div class="copy" lang="en" dir="auto">&lt;b onclick="alert('x')"&gt;The "bold" ministers&lt;/b&gt; of the region said that they would meet again in May &amp; June.</div></div>
        <div class="row boilerplate cut" id="f1b6"><div class="what"><span class="n">11</span><details><summary><b>legal</b></summary><table/><p>bytes 426–478</p></details></div><div class="src" lang="en" dir="auto"><span hidden="hidden">

        </span>Copyright © 2023 Example News. All rights reserved.</div><div class="copy">left out</div></div>
        <div class="src" hidden="hidden">
        </div>
        </div>
        </section>
        </body>
        </html>

        """#
}
