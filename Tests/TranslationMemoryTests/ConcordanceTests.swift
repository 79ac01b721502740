import FuzzyMatching
import TestSupport
import Testing
import UnicodeText

@testable import TranslationMemory

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
        #expect(try found(ConcordanceQuery("ECONOM")) == ["econom", "Econom|econom / économ", "E\u{301}conom"])
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

    /// Every range is the query's but for marks, and every slice that is the query's but for case is found.
    @Test func rangesAreExact() throws {
        var random = SplitMix(seed: 11)
        let letters: [String] = [
            "a", "A", "ß", "s", "S", "é", "e\u{301}", "e", "É", "ﬁ", "f", "i", "İ", "中", " ", "\u{301}", "\u{AD}",
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
            let ranges = try store.search(ConcordanceQuery(query)).first?.places.first?.ranges ?? []
            let key = FoldedKey.key(of: query)
            for range in ranges { #expect(WeakKey.bytes(of: segment[range]) == WeakKey.bytes(of: query)) }
            if FoldedKey.key(of: segment) == key, !WeakKey.bytes(of: query).isEmpty { #expect(ranges == [segment.all]) }
            if isASCII(segment.bytes), isASCII(query.bytes), !query.bytes.contains(0x20) {
                let starts = (0..<segment.count).filter { start in
                    start + key.count <= segment.count
                        && FoldedKey.key(of: segment[start..<start + key.count]).bytes == key.bytes
                }
                #expect(starts.isEmpty == ranges.isEmpty)
                #expect(starts.first == ranges.first?.lowerBound)
            }
        }
    }

    @Test func marksOfTheQueryMatter() throws {
        let store = try SQLiteStore()
        try store.write(
            [
                .english("schon gut"), .english("schön gut"), .english("Й и и\u{301}"), .english("ёлка"),
                .english("елка"),
                .english("שלום שָׁלוֹם"), .english("كتاب كِتَاب"), .english("co\u{AD}operate"),
            ], revision: .test)
        func texts(_ query: UTF8Text) throws -> [String] {
            try store.search(ConcordanceQuery(query)).flatMap { hit in
                hit.places.flatMap { place in
                    place.ranges.map { hit.unit.variants[place.variant].segment.text[$0].description }
                }
            }
        }
        func same(_ left: [String], _ right: [String]) -> Bool {
            left.map { Array($0.utf8) } == right.map { Array($0.utf8) }
        }
        // Without the mark both, the exact one first; with it only its own.
        #expect(same(try texts("schon"), ["schon", "schön"]))
        #expect(same(try texts("schön"), ["schön"]))
        #expect(same(try texts("елка"), ["елка", "ёлка"]))
        // Another letter stays another.
        #expect(same(try texts("и"), ["и", "и\u{301}"]))
        #expect(same(try texts("שלום"), ["שלום", "שָׁלוֹם"]))
        #expect(same(try texts("كتاب"), ["كتاب", "كِتَاب"]))
        #expect(same(try texts("COOPERATE"), ["co\u{AD}operate"]))
    }

    @Test func whiteSpaceIsOneBlank() throws {
        let store = try SQLiteStore()
        try store.write([.english("digital \t\n economy"), .english("digital\u{A0}economy")], revision: .test)
        #expect(try store.search(ConcordanceQuery("digital  economy")).count == 2)
    }

    @Test func sides() throws {
        let store = try SQLiteStore()
        try store.write(
            [
                .english("The bank", ["fr": "La banque"]), .english("A bank", ["fr": "La rive"]),
                .english("No bank", ["de": "Keine Bank"]), .english("Bank", [:]),
            ], revision: .test)
        func units(_ query: ConcordanceQuery) throws -> [String] {
            try store.search(query).map { $0.unit.variants[0].segment.text.description }.sorted()
        }
        typealias Term = ConcordanceQuery.Term
        let source = Term("bank", side: .source)
        #expect(try units(.init(include: [Term("bank", side: .target)])) == ["No bank"])
        #expect(try units(.init(include: [source])) == ["A bank", "Bank", "No bank", "The bank"])
        // A translation must be there to lack something.
        #expect(try units(.init(include: [source], exclude: [Term("banque", side: .target)])) == ["A bank", "No bank"])
        #expect(
            try units(.init(include: [source], exclude: [Term("banque", languages: ["fr"], side: .target)]))
                == ["A bank"])
        #expect(try units(.init(include: [source], exclude: [Term("bank", side: .source)])).isEmpty)
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
