import ByteXML
import Interchange
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@Suite struct TMXFaithfulTests {
    private struct File: Equatable {
        var header = TMXHeader(version: "")
        var units: [TranslationUnit] = []
    }

    private func read(_ bytes: [UInt8]) throws -> File {
        var file = File()
        var rest = bytes
        let source: ByteSource = {
            defer { rest = [] }
            return rest
        }
        try TMXReader(file: "t.tmx").read(source, header: { file.header = $0 }) { file.units.append($0) }
        return file
    }

    private func written(_ file: File, languages: [LanguageTag]? = nil) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var writer = try TMXFaithfulWriter(header: file.header) { bytes.append(contentsOf: $0) }
        for unit in file.units { try writer.write(unit, languages: languages) }
        try writer.finish()
        return bytes
    }

    /// In the writer's own layout, so that what comes back is the file itself.
    private let sample = """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.1">
          <header creationtool="X &quot;1&quot;" segtype="paragraph" srclang="EN-us" a1="x" o-encoding="iso-8859-1">
            <note lang="en">head</note>
            <prop type="RTFPreamble">{\\rtf1}</prop>
            <ude name="Mac" base="Macintosh">
              <map unicode="#xF8FF" code="#xF0"/>
              <map unicode="#xF8FE"/>
            </ude>
          </header>
          <body>
            <tu tuid="has blank" changedate="yesterday" datatype="html" xmlns:a4="urn:x" a4:mine="1">
              <note o-encoding="x">one</note>
              <prop type="domain" xml:lang="en">trade</prop>
              <note>two</note>
              <tuv xml:lang="EN-us" usagecount="many">
                <prop type="x-p"></prop>
                <seg> Click <bpt i="1" x="7">&lt;b&gt;</bpt><hi type="term" x="2">here <hi>now</hi></hi><ept i="1">&lt;/b&gt;</ept> <ut x="9">{u}</ut><ph assoc="p">img <sub datatype="html">a <it pos="begin">i</it>title</sub></ph>
        </seg>
              </tuv>
              <tuv lang="FR_fr">
                <seg></seg>
              </tuv>
              <tuv lang="FR_fr">
                <seg>Deux</seg>
              </tuv>
            </tu>
            <tu srclang="*all*" segtype="phrase">
              <tuv xml:lang="de">
                <seg>x<odd a="1">y</odd></seg>
              </tuv>
            </tu>
          </body>
        </tmx>

        """

    @Test func writesWhatItRead() throws {
        let file = try read(Array(sample.utf8))
        #expect(file.units.count == 2 && file.units[0].variants.count == 3)
        #expect(String(decoding: try written(file), as: UTF8.self) == sample)
    }

    @Test func aHeadByItself() throws {
        let header = try read(Array(sample.utf8)).header
        #expect(header.encodings.first?.maps.count == 2 && header.annotations.count == 2)
        #expect(try TMXHeader(document: header.document) == header)
        #expect(throws: Diagnostic.self) { try TMXHeader(document: "<tmx>") }
    }

    /// Under the head of another file a unit says itself what its own head said.
    @Test func underAnotherHead() throws {
        var file = try read(Array(sample.utf8))
        file.header = TMXHeader(version: "1.4", attributes: [Attribute("srclang", "de")])
        let again = try read(written(file))
        #expect(again.units[0].attributes["srclang"] == "en-US" && again.units[0].attributes["segtype"] == "paragraph")
        #expect(again.units.map(\.sourceLanguage) == ["en-US", nil])
        #expect(again.units.map(\.kind) == [.paragraph, .phrase])
    }

    @Test func aLanguageThatWasChangedIsNotSpelledAsItWas() throws {
        var file = try read(Array(sample.utf8))
        file.units[0].variants[1].language = "fr-CA"
        let again = try read(written(file, languages: ["fr-CA"]))
        #expect(again.units[0].variants.map(\.language) == ["en-US", "fr-CA"])
        #expect(again.units[0].variants[1].attributes.isEmpty)
    }

    /// Codes of other origin need not nest; what is written is well-formed all the same.
    @Test func highlightsThatDoNotNest() throws {
        func code(_ kind: InlineCode.Kind, _ position: Int) -> InlineCode { InlineCode(kind: kind, position: position) }
        let segment = InlineText(
            "abc", codes: [code(.highlightEnd, 0), code(.highlightStart, 1), code(.highlightStart, 9)])
        let unit = TranslationUnit(
            sourceLanguage: "en", variants: [Variant(language: "en", segment: segment)],
            attributes: [
                Attribute("not a name", "x"), Attribute("{}a", "x"), Attribute("tuid", "1"), Attribute("tuid", "2"),
            ])
        let text = String(decoding: try written(File(units: [unit])), as: UTF8.self)
        #expect(text.contains("<seg>a<hi>bc<hi></hi></hi></seg>"))
        #expect(text.contains("<tu tuid=\"1\" srclang=\"en\">"))
    }

    /// Whatever a damaged file still says, it says again.
    @Test func mutatedFilesComeBackAsTheyWere() throws {
        var random = SplitMix(seed: 11)
        let original = Array(sample.utf8)
        var survivors = 0
        for _ in 0..<3_000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(original.randomElement(using: &random) ?? 0x20, at: place)
                }
            }
            guard let file = try? read(bytes) else { continue }
            survivors += 1
            let once = try written(file)
            let again = try read(once)
            #expect(again == file, "\(String(decoding: bytes, as: UTF8.self))")
        }
        #expect(survivors > 500)
    }

    @Test func levelOneAndVersionOne() throws {
        let file = try read(Array(sample.utf8))
        func strict(_ change: (inout TMXWriter.Options) -> Void) throws -> String {
            var options = TMXWriter.Options(sourceLanguage: "en-US", toolVersion: "1")
            change(&options)
            var bytes: [UInt8] = []
            var writer = try TMXWriter(options: options) { bytes.append(contentsOf: $0) }
            for unit in file.units { try writer.write(unit) }
            try writer.finish()
            return String(decoding: bytes, as: UTF8.self)
        }
        let plain = try strict { $0.hasCodes = false }
        #expect(plain.contains("<seg>Click here now</seg>") && plain.contains("<seg>x</seg>"))
        #expect(plain.contains("<tmx version=\"1.4\">") && !plain.contains("<bpt"))
        let old = try strict { $0.version = .v1_1 }
        #expect(old.contains("<tmx version=\"1.1\">") && old.contains("<tuv lang=\"en-US\">"))
        #expect(old.contains("<sub>a <it pos=\"begin\">i</it>title</sub>") && !old.contains("xml:lang"))
        #expect(try strict { _ in }.contains("<sub datatype=\"html\">"))
    }

    @Test func contextInPropertiesOfOwnFiles() throws {
        var unit = TranslationUnit(
            sourceLanguage: "en", variants: [Variant(language: "en", segment: "b")],
            annotations: [.property("x-context", "memoQ's"), .note("n")],
            context: Context(previous: "a & ", next: "", id: "page.1"))
        var bytes: [UInt8] = []
        var writer = try TMXWriter(options: .init(sourceLanguage: "en", toolVersion: "1")) {
            bytes.append(contentsOf: $0)
        }
        try writer.write(unit.withContextProperties)
        try writer.finish()
        let own = try read(bytes).units[0]
        #expect(own.context == unit.context && own.annotations == unit.annotations)
        // In a file of another tool they are properties.
        let other = String(decoding: bytes, as: UTF8.self).replacing("\"dragoman\"", with: "\"memoQ\"")
        unit = try read(Array(other.utf8)).units[0]
        #expect(unit.context.isEmpty && unit.annotations.count == 5)
    }

    @Test func placesOfTranslationsInPropertiesOfOwnFiles() throws {
        let unit = TranslationUnit(
            sourceLanguage: "en",
            variants: [
                Variant(language: "en", segment: "b"),
                Variant(
                    language: "fr", segment: "c", annotations: [.note("n"), .property("x-context", "memoQ's")],
                    contexts: [Context(id: "page.1"), Context(previous: "a"), Context(previous: "a", next: "d")]),
                Variant(language: "fr", segment: "e", contexts: [Context(next: "f", id: "page.2")]),
                Variant(language: "es", segment: "g", annotations: [.property("x-context", "h")]),
            ])
        var bytes: [UInt8] = []
        var writer = try TMXWriter(options: .init(sourceLanguage: "en", toolVersion: "1")) {
            bytes.append(contentsOf: $0)
        }
        try writer.write(unit.withContextProperties)
        try writer.finish()
        #expect(try read(bytes).units[0].variants == unit.variants)
    }
}
