import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@Suite struct FragmentTests {
    private func store(_ texts: [UTF8Text]) throws -> SQLiteStore {
        let store = try SQLiteStore()
        try store.write(texts.map { .english($0, ["fr": "x"]) }, revision: .test)
        return store
    }

    private func fragments(
        _ text: UTF8Text, _ texts: [UTF8Text], minimum: Int = 3, most: Int = 3
    ) throws -> [String] {
        try FragmentFinder(try store(texts), from: "en", to: "fr", minimum: minimum, most: most)
            .fragments(of: text).map { "\(text[$0.range]): \($0.words) \($0.hits.count)\($0.hasMore ? "+" : "")" }
    }

    @Test func theLongestSharedSequences() throws {
        let memory: [UTF8Text] = [
            "Small and medium-sized enterprises in the region", "The ministers of trade met in Nairobi.",
            "They met in Nairobi on Monday", "the region of Kampala",
        ]
        #expect(
            try fragments(
                "The ministers of trade met in Nairobi on Tuesday for small and medium-sized enterprises.", memory)
                == [
                    "The ministers of trade met in Nairobi: 7 1", "met in Nairobi on: 4 1",
                    "small and medium-sized enterprises: 5 1",
                ])
        #expect(try fragments("Nothing like it here", memory).isEmpty)
        #expect(try fragments("", memory).isEmpty)
        #expect(try fragments("Met in nairobi", memory, most: 1) == ["Met in nairobi: 3 1+"])
    }

    @Test func wholeWordsAlone() throws {
        #expect(try fragments("art of the deal", ["Start of the deals"]).isEmpty)
        #expect(try fragments("art of the deal", ["Start of the deals"], minimum: 1) == ["of the: 2 1"])
        #expect(try fragments("数字经济发展", ["推动数字经济的合作"], minimum: 4) == ["数字经济: 4 1"])
    }

    /// The same as trying every sequence.
    @Test func allOfThemAndNoMore() throws {
        var random = SplitMix(seed: 31)
        let words = ["a", "b", "c", "d", "E", "f"]
        func text(_ count: Int) -> [String] { (0..<count).map { _ in words.randomElement(using: &random) ?? "" } }
        for _ in 0..<20 {
            let memory = (0..<6).map { _ in text(7) }
            let query = text(9)
            func stands(_ range: Range<Int>) -> Bool {
                let part = " " + query[range].joined(separator: " ") + " "
                return memory.contains { (" " + $0.joined(separator: " ") + " ").contains(part) }
            }
            var expected: [String] = []
            for start in query.indices {
                for end in (start + 2)..<max(start + 3, query.count + 1) where end <= query.count && stands(start..<end)
                {
                    let isLonger = start > 0 && stands(start - 1..<end) || end < query.count && stands(start..<end + 1)
                    if !isLonger { expected.append(query[start..<end].joined(separator: " ")) }
                }
            }
            let text = UTF8Text(query.joined(separator: " "))
            let found = try FragmentFinder(
                try store(memory.map { UTF8Text($0.joined(separator: " ")) }), from: "en", to: "fr", minimum: 2
            ).fragments(of: text)
            #expect(found.map { text[$0.range].description } == expected)
        }
    }
}
