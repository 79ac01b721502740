import ByteJSON
import TestSupport
import Testing
import UnicodeText

@testable import TranslationMemory

@Suite struct StoredJSONTests {
    private let text = "a\"b\\c\n\t\u{0}\u{1F}\u{7F}\u{85}\u{2028}é"

    /// The bytes are part of a unit's identity in memories that are there already.
    @Test func spellingNeverChanges() throws {
        let code = InlineCode(
            kind: .placeholder, position: 3, attributes: [Attribute("x", "1"), Attribute("x", text)],
            content: [.text(UTF8Text(text)), .sub([Attribute("type", "t")], InlineText("title"))])
        let escaped = #"a\"b\\c\u000a\u0009\u0000\u001f"# + "\u{7F}\u{85}\u{2028}é"
        let bytes = try #require(InlineCodeCoding.encode([code]))
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"[{"kind":"ph","at":3,"attributes":{"x":"1","x":""# + escaped + #""},"content":[""# + escaped
                + #"",{"text":"title","attributes":{"type":"t"}}]}]"#)
    }

    @Test func unitsComeBack() throws {
        let code = InlineCode(
            kind: .placeholder, position: 1, attributes: [Attribute("x", "1"), Attribute("x", text)],
            content: [.text(UTF8Text(text)), .sub([Attribute("type", "t")], InlineText("title"))])
        let unit = TranslationUnit(
            id: 7, kind: .phrase, sourceLanguage: nil,
            variants: [
                Variant(
                    language: "en", segment: InlineText(UTF8Text(text), codes: [code]),
                    attributes: [Attribute("creationid", text)], annotations: [.note(text), .property("x-p", "v")])
            ],
            attributes: [Attribute("", "")], annotations: [.note("")],
            origin: Origin(.alignment, name: text, confidence: 5e-324),
            context: Context(previous: UTF8Text(text), next: "", id: text),
            termLinks: [TermLink(concept: "g/1", term: "a", range: 0..<1)])
        #expect(UnitImage.decode(UnitImage.encode(unit), id: 7) == unit)
    }

    @Test(arguments: [
        "", "{", "[]x", #"{"kind":"sentence"}"#, #"{"kind":"sentence","variants":[],"origin":{"kind":"no"}}"#,
        #"{"kind":"sentence","variants":[{"language":"en"}],"origin":{"kind":"press"}}"#,
        #"{"kind":"sentence","variants":[],"origin":{"kind":"press"},"links":[["c","t",2,1]]}"#,
        #"{"kind":"sentence","variants":[],"origin":{"kind":"press"},"links":[["c","t",1,99999999999999999999]]}"#,
    ])
    func damageIsNoUnit(_ json: String) { #expect(UnitImage.decode(Array(json.utf8), id: 1) == nil) }

    /// The quick reader knows what is written, and says `nil` rather than something else.
    @Test func theQuickReaderAgrees() throws {
        var random = SplitMix(seed: 11)
        var read = 0
        for _ in 0..<2_000 {
            let unit = randomUnit(&random)
            guard var attributes = MetadataCoding.encode(unit.attributes),
                var annotations = MetadataCoding.encode(unit.annotations)
            else { continue }
            #expect(attributes == MetadataCoding.value(unit.attributes).encoded)
            #expect(annotations == MetadataCoding.value(unit.annotations).encoded)
            for round in 0..<20 {
                if round > 0 {
                    // Damage.
                    attributes[Int.random(in: attributes.indices, using: &random)] = UInt8.random(
                        in: 0...255, using: &random)
                    annotations.remove(at: Int.random(in: annotations.indices, using: &random))
                    if annotations.isEmpty { break }
                }
                let quick = attributes.withUnsafeBytes { bytes in
                    MetadataScanner(bytes).flatMap { scanner in
                        var scanner = scanner
                        return scanner.attributes().flatMap { scanner.isAtEnd ? $0 : nil }
                    }
                }
                if let quick {
                    read += 1
                    #expect(quick == JSONValue.stored(attributes).flatMap { MetadataCoding.attributes($0) })
                }
                let others = annotations.withUnsafeBytes { bytes in
                    MetadataScanner(bytes).flatMap { scanner in
                        var scanner = scanner
                        return scanner.annotations().flatMap { scanner.isAtEnd ? $0 : nil }
                    }
                }
                if let others {
                    read += 1
                    #expect(others == JSONValue.stored(annotations).flatMap { MetadataCoding.annotations($0) })
                }
            }
        }
        #expect(read > 300)
    }
}
