import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@Suite struct RoundTripTests {
    @Test func everyFieldComesBack() throws {
        var random = SplitMix(seed: 1)
        let store = try SQLiteStore()
        for _ in 0..<300 {
            var unit = randomUnit(&random)
            // Units with an empty source are the same unit.
            guard unit.source?.segment.text.isEmpty == false else { continue }
            unit.kind = .block
            var id: Int64?
            try store.write([unit], revision: .test) { id = $0.id }
            let stored = try #require(try store.unit(id: id ?? 0))
            #expect(stored.variants.count >= 1)
            for (one, other) in zip(unit.variants, stored.variants) {
                #expect(one.segment.text.bytes == other.segment.text.bytes)
                #expect(one.attributes.map { Array($0.value.utf8) } == other.attributes.map { Array($0.value.utf8) })
            }
            unit.id = id
            #expect(stored == unit)
        }
    }

    @Test func canonicallyEqualTextsStayTwoUnits() throws {
        let store = try SQLiteStore()
        let composed = UTF8Text("caf\u{E9}")
        let decomposed = UTF8Text("cafe\u{301}")
        let report = try store.write([.english(composed), .english(decomposed)], revision: .test)
        #expect(report.created == 2)
        #expect(try store.units(matching: composed, language: "en").map { $0.variants[0].segment.text } == [composed])
        #expect(
            try store.units(matching: decomposed, language: "en").map { $0.variants[0].segment.text } == [decomposed])
    }

    @Test(arguments: [
        "\u{FEFF}", "a\u{FEFF}b", "line\u{2028}line\u{2029}", "a\u{0}b", "", " ", "\u{10FFFF}", "\u{1}\u{1F}\"\\",
    ])
    func oddTextsComeBack(_ text: String) throws {
        let store = try SQLiteStore()
        let text = UTF8Text(text)
        var unit = TranslationUnit.english(text, ["fr": text])
        unit.annotations = [.note(text.description)]
        unit.context = Context(previous: text, next: nil, id: text.description)
        try store.write([unit], revision: .test)
        let found = try #require(try store.units(matching: text, language: "fr").first)
        #expect(found.variants.map(\.segment.text.bytes) == [text.bytes, text.bytes])
        #expect(Array(found.annotations[0].text.utf8) == text.bytes)
        #expect(found.context.previous?.bytes == text.bytes)
        #expect(try store.units(matching: UTF8Text(text.description + "x"), language: "fr").isEmpty)
    }

    @Test func exactLookupIsByLanguageTag() throws {
        let store = try SQLiteStore()
        try store.write([.english("Hello", ["pt-BR": "Oi"])], revision: .test)
        #expect(try store.units(matching: "Oi", language: "pt-BR").count == 1)
        #expect(try store.units(matching: "Oi", language: "pt").isEmpty)
        #expect(try store.units(matching: "oi", language: "pt-BR").isEmpty)
        #expect(try store.languages() == ["en", "pt-BR"])
    }

    @Test func segmentsComeInOrder() throws {
        let store = try SQLiteStore()
        let units = (0..<50).map {
            TranslationUnit.english(UTF8Text("s\($0)"), $0 % 2 == 0 ? ["fr": UTF8Text("p\($0)")] : [:])
        }
        try store.write(units, revision: .test)
        var found: [UTF8Text] = []
        try store.forEachSegment(in: "fr") { id, text in
            let unit = try store.unit(id: id)
            #expect(unit?.variants[1].segment.text == text)
            found.append(text)
        }
        #expect(found == stride(from: 0, to: 50, by: 2).map { UTF8Text("p\($0)") })
    }

}
