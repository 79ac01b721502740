import ByteXML
import Interchange
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@Suite struct TMXTests {
    /// A source that gives a text in pieces of a size.
    private func source(_ bytes: [UInt8], pieces: Int = 7) -> ByteSource {
        var offset = 0
        return {
            let end = min(bytes.count, offset + pieces)
            defer { offset = end }
            return Array(bytes[offset..<end])
        }
    }

    private func read(_ bytes: [UInt8], pieces: Int = 7) throws -> (units: [TranslationUnit], problems: [Diagnostic]) {
        var units: [TranslationUnit] = []
        var problems: [Diagnostic] = []
        try TMXReader(file: "t.tmx").read(source(bytes, pieces: pieces), report: { problems.append($0) }) {
            units.append($0)
        }
        return (units, problems)
    }

    private func read(_ text: String) throws -> (units: [TranslationUnit], problems: [Diagnostic]) {
        try read(Array(text.utf8))
    }

    private func written(_ units: [TranslationUnit], source: LanguageTag? = "en") throws -> String {
        var bytes: [UInt8] = []
        var writer = try TMXWriter(options: .init(sourceLanguage: source, toolVersion: "1")) {
            bytes.append(contentsOf: $0)
        }
        for unit in units { try writer.write(unit) }
        try writer.finish()
        return String(decoding: bytes, as: UTF8.self)
    }

    private let sample = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE tmx SYSTEM "tmx14.dtd">
        <tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"
        srclang="en" datatype="plaintext"><note>head</note></header><body>
        <tu tuid="t1" creationdate="20230101T120000Z"><note>a note</note><prop type="x-domain">trade</prop>
        <tuv xml:lang="en" creationid="ann"><prop type="x-p">v</prop><seg>Click <bpt i="1" x="1">&lt;b></bpt>here<ept i="1">&lt;/b></ept>
         &amp; <ph x="2">img <sub>a title</sub></ph>go <hi type="term">now</hi>.</seg></tuv>
        <tuv xml:lang="FR-fr"><seg> Cliquez <![CDATA[<ici>]]></seg></tuv>
        <tuv xml:lang="FR-fr"><seg>Autre</seg></tuv></tu>
        </body></tmx>
        """

    @Test func readsAllOfAUnit() throws {
        for pieces in [1, 7, 100_000] {
            let unit = try #require(try read(Array(sample.utf8), pieces: pieces).units.first)
            #expect(unit.attributes["tuid"] == "t1")
            #expect(unit.annotations == [.note("a note"), .property("x-domain", "trade")])
            #expect(unit.variants.count == 3)
            let english = unit.variants[0]
            #expect(english.segment.text == UTF8Text("Click here\n & go now."))
            #expect(english.attributes["creationid"] == "ann")
            #expect(english.annotations == [.property("x-p", "v")])
            #expect(
                english.segment.codes.map(\.kind) == [
                    .beginPaired, .endPaired, .placeholder, .highlightStart, .highlightEnd,
                ])
            #expect(english.segment.codes.map(\.position) == [6, 10, 14, 17, 20])
            #expect(english.segment.codes[2].content == [.text("img "), .sub([], "a title")])
            #expect(unit.variants[1].language == "fr-FR")
            #expect(unit.variants[1].segment.text == UTF8Text(" Cliquez <ici>"))
            #expect(unit.variants[1].attributes["xml:lang"] == "FR-fr")
        }
    }

    @Test func writesWhatEveryToolTakes() throws {
        let text = try written(try read(sample).units)
        #expect(text.contains("<tuv xml:lang=\"fr-FR\">\n        <seg>Cliquez &lt;ici&gt;</seg>"))
        #expect(!text.contains("<hi"))
        #expect(text.contains("<bpt i=\"1\">&lt;b&gt;</bpt>here<ept i=\"1\">&lt;/b&gt;</ept>"))
        #expect(text.contains("<tu tuid=\"t1\" creationdate=\"20230101T120000Z\">\n      <note>a note</note>"))
        let again = try read(text).units
        #expect(again.count == 1 && again[0].variants.count == 3)
    }

    /// `*all*` comes back as it was: in the header, or of a unit in a file that has a source.
    @Test func anyVariantMayBeTheSource() throws {
        func file(_ header: String, _ unit: String) -> String {
            """
            <tmx version="1.4"><header srclang="\(header)"/><body><tu\(unit)><tuv xml:lang="de-AT"><seg>eins</seg></tuv>
            <tuv xml:lang="en-US"><seg>one</seg></tuv></tu></body></tmx>
            """
        }
        let open = try read(file("*all*", "")).units
        #expect(open.map(\.sourceLanguage) == [nil])
        let whole = try written(open, source: nil)
        #expect(whole.contains(" srclang=\"*all*\" datatype") && whole.contains("<tu>"))
        #expect(whole.contains("xml:lang=\"de-AT\"") && whole.contains("xml:lang=\"en-US\""))
        #expect(try written(read(whole).units, source: nil) == whole)

        let beside = try written(open, source: "en")
        #expect(beside.contains(" srclang=\"en\" datatype") && beside.contains("<tu srclang=\"*all*\">"))
        #expect(try read(beside).units.map(\.sourceLanguage) == [nil])
        #expect(try written(read(beside).units, source: "en") == beside)

        let own = try written(read(file("*all*", " srclang=\"de\"")).units, source: nil)
        #expect(own.contains(" srclang=\"*all*\" datatype") && own.contains("<tu srclang=\"de-AT\">"))
    }

    /// Of the languages asked for, the first is the source, and none is written that was not asked for.
    @Test func anyVariantMayBeTheSourceOfTheLanguagesAskedFor() throws {
        let unit = TranslationUnit(
            sourceLanguage: nil,
            variants: ["de", "en", "fr"].map { Variant(language: $0, segment: InlineText(UTF8Text("\($0)"))) })
        for (source, wanted) in [(nil, ["fr", "en"]), ("en", ["en", "fr"])] as [(LanguageTag?, [String])] {
            var bytes: [UInt8] = []
            var writer = try TMXWriter(options: .init(sourceLanguage: source, toolVersion: "1")) { bytes += $0 }
            try writer.write(unit, languages: ["fr", "en"])
            try writer.finish()
            #expect(try read(bytes).units[0].variants.map(\.language.description) == wanted)
        }
    }

    @Test func reportsUnitsItCannotUse() throws {
        let (units, problems) = try read(
            """
            <tmx version="1.4"><header srclang="en"/><body>
            <tu tuid="a"><tuv><seg>No language</seg></tuv></tu>
            <tu tuid="b"><tuv xml:lang="en"><seg>Good</seg></tuv><tuv xml:lang="no such_tag"><seg>x</seg></tuv></tu>
            </body></tmx>
            """)
        #expect(units.map { $0.variants.count } == [1])
        #expect(problems.map(\.code) == ["tmx.no-language", "tmx.empty-unit", "tmx.bad-language"])
        #expect(problems[0].description.hasPrefix("t.tmx:2:14: warning: <tuv> without xml:lang (tu a)"))
    }

    @Test func everyTruncationIsAnErrorWithAPlace() throws {
        let bytes = Array(sample.utf8)
        for count in 0..<bytes.count {
            let error = try #require(throws: Diagnostic.self) { _ = try read(Array(bytes[..<count])) }
            #expect(error.severity == .error && error.line != nil, "at \(count)")
        }
    }

    @Test(arguments: [
        ("<tmx><header/><body>&nbsp;</body></tmx>", "xml.entity"),
        ("<!DOCTYPE tmx SYSTEM \"x\"><tmx><header/><body><tu>&nbsp;</tu></body></tmx>", "xml.entity"),
        ("<!DOCTYPE tmx [<!ENTITY a \"b\">]><tmx/>", "xml.entity-declaration"),
        ("<!DOCTYPE tmx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><tmx>&x;</tmx>", "xml.entity-declaration"),
        ("<html><body/></html>", "tmx.root"), ("<tmx/>", "tmx.no-body"), ("<tmx><header/></tmx>junk", "xml.junk"),
        ("<tmx>\u{1}</tmx>", "xml.syntax"), ("<tmx>&#1;</tmx>", "xml.syntax"), ("hello", "xml.syntax"),
        ("", "xml.empty"),
    ])
    func refusesHostileFiles(_ text: String, _ code: String) throws {
        let error = try #require(throws: Diagnostic.self) { _ = try read(text) }
        #expect(error.code == code)
    }

    @Test func refusesDepthAndWidth() throws {
        let deep = "<tmx>" + String(repeating: "<a>", count: 100_000)
        #expect(throws: Diagnostic.self) { try read(Array(deep.utf8), pieces: 65_536) }
        let wide = "<tmx " + (0..<50_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>"
        #expect(throws: Diagnostic.self) { try read(Array(wide.utf8), pieces: 65_536) }
    }

    @Test(arguments: ["UTF-16LE", "UTF-16BE", "windows-1252"])
    func readsOtherEncodings(_ encoding: String) throws {
        let declared = encoding.hasPrefix("UTF-16") ? "UTF-16" : encoding
        let text =
            "<?xml version=\"1.0\" encoding=\"\(declared)\"?><tmx version=\"1.4\"><header srclang=\"en\"/><body><tu>"
            + "<tuv xml:lang=\"fr\"><seg>déjà</seg></tuv></tu></body></tmx>"
        var bytes: [UInt8] = []
        switch encoding {
        case "UTF-16LE": bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case "UTF-16BE": bytes = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        default: bytes = text.unicodeScalars.map { UInt8($0.value) }
        }
        #expect(try read(bytes).units.first?.variants.first?.segment.text == UTF8Text("déjà"))
    }

    @Test func randomUnitsSurvive() throws {
        var random = SplitMix(seed: 6)
        let alphabet = Array("ab <>&\"'é中\u{301}𝄞\n".unicodeScalars)
        for _ in 0..<200 {
            func text() -> UTF8Text {
                var scalars = String.UnicodeScalarView()
                scalars.append("w")
                for _ in 0..<Int.random(in: 0...12, using: &random) {
                    scalars.append(alphabet.randomElement(using: &random) ?? "a")
                }
                scalars.append("w")
                return UTF8Text(String(scalars))
            }
            let unit = TranslationUnit(
                sourceLanguage: "en",
                variants: [
                    Variant(language: "en", segment: InlineText(text())),
                    Variant(language: "am", segment: InlineText(text())),
                ], annotations: [.property("x-t", text().description)])
            let again = try #require(try read(try written([unit])).units.first)
            #expect(again.variants.map(\.segment) == unit.variants.map(\.segment))
            #expect(again.annotations == unit.annotations)
        }
    }
}
