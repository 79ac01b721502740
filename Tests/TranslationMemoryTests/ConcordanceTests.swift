import FuzzyMatching
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@Suite struct ConcordanceTests {
    private func store() throws -> SQLiteStore {
        let store = try SQLiteStore()
        try store.write(
            [
                .english("Digital Economy and digital economies", ["fr": "L’économie numérique", "zh": "发展数字经济"]),
                .english("The economy of scale", ["fr": "STRASSE und Straße"]),
                .english("Nothing here", ["fr": "E\u{301}conomie"]),
            ], revision: .test)
        return store
    }

    private func found(_ query: ConcordanceQuery) throws -> [String] {
        try store().search(query).map { hit in
            hit.places.map { place in
                let text = hit.unit.variants[place.variant].segment.text
                return place.ranges.map { text[$0].description }.joined(separator: "|")
            }.joined(separator: " / ")
        }
    }

    @Test func substringInAnyLanguage() throws {
        #expect(try found(ConcordanceQuery("ECONOM")) == ["Econom|econom", "econom"])
        #expect(try found(ConcordanceQuery("économie")) == ["économie", "E\u{301}conomie"])
        #expect(try found(ConcordanceQuery("数字")) == ["数字"])
        #expect(try found(ConcordanceQuery("n", language: "zh")).isEmpty)
        #expect(try found(ConcordanceQuery("nothing", language: "en", limit: 1)) == ["Nothing"])
        #expect(try found(ConcordanceQuery("")).isEmpty)
    }

    @Test func rangesNeverCutACharacter() throws {
        #expect(try found(ConcordanceQuery("strasse")) == ["STRASSE|Straße"])
        #expect(try found(ConcordanceQuery("stras")) == ["STRAS"])
    }

    @Test func allWords() throws {
        #expect(try found(ConcordanceQuery("economy digital", mode: .allWords)) == ["Digital|Economy|digital"])
        #expect(try found(ConcordanceQuery("econom", mode: .allWords)).isEmpty)
        #expect(try found(ConcordanceQuery("经济 数字", mode: .allWords)) == ["数字|经济"])
    }

    @Test func includeAndExcludeOnBothSides() throws {
        var query = ConcordanceQuery("economy", language: "en")
        query.exclude = [.init("numérique", language: "fr")]
        #expect(try found(query) == ["economy"])
        query = ConcordanceQuery(include: [.init("economy", language: "en"), .init("numérique", language: "fr")])
        #expect(try found(query) == ["Economy / numérique"])
    }

    /// Every range's own key is the query's, and every place where a whole-character slice has that key is covered.
    @Test func rangesAreExact() throws {
        var random = SplitMix(seed: 11)
        let letters: [String] = [
            "a", "A", "ß", "s", "S", "é", "e\u{301}", "É", "ﬁ", "f", "i", "İ", "中", " ", "\u{301}",
        ]
        for _ in 0..<300 {
            func text(_ count: ClosedRange<Int>) -> UTF8Text {
                UTF8Text(
                    (0..<Int.random(in: count, using: &random)).map { _ in
                        letters.randomElement(using: &random) ?? "a"
                    }.joined())
            }
            let segment = text(1...20)
            let query = text(1...2)
            let store = try SQLiteStore()
            try store.write([.english(segment)], revision: .test)
            let hits = try store.search(ConcordanceQuery(query))
            let key = FoldedKey.key(of: query)
            let ranges = hits.first?.places.first?.ranges ?? []
            for range in ranges { #expect(FoldedKey.key(of: segment[range]).bytes == key.bytes) }
            if FoldedKey.key(of: segment).bytes == key.bytes { #expect(ranges == [segment.all]) }
            if isASCII(segment.bytes), isASCII(query.bytes) {
                let hasHit =
                    "\(FoldedKey.key(of: segment))".utf8.count >= key.count
                    && (0...(segment.count - min(segment.count, key.count))).contains { start in
                        start + key.count <= segment.count
                            && FoldedKey.key(of: segment[start..<start + key.count]).bytes == key.bytes
                    }
                #expect(hasHit == !ranges.isEmpty)
            }
        }
    }

    @Test func hostileTextsTakeLinearTime() throws {
        let store = try SQLiteStore()
        try store.write(
            [
                .english(UTF8Text(String(repeating: "a", count: 1 << 20))),
                .english(UTF8Text(String(repeating: "ß", count: 1 << 17))),
            ],
            revision: .test)
        #expect(try store.search(ConcordanceQuery(UTF8Text(String(repeating: "a", count: 5000) + "b"))).isEmpty)
        #expect(try store.search(ConcordanceQuery(UTF8Text(String(repeating: "s", count: 1001)))).isEmpty)
    }
}
