import TestSupport
import Testing
import UnicodeText

@testable import FuzzyMatching

@Suite struct FuzzyIndexTests {
    /// Sentences that share words, some by editing others.
    static func segments(_ count: Int, _ random: inout SplitMix) -> [(Int64, UTF8Text)] {
        let words =
            (0..<60).map { "w\($0)" } + [
                "The", "the", "a", "1", "22", ",", ".", "é", "中", "国", "http://a.b", "meets", "meeting", "Meet", "...",
            ]
        var texts: [[String]] = []
        for _ in 0..<count {
            if let old = texts.randomElement(using: &random), Int.random(in: 0..<3, using: &random) > 0 {
                var new = old
                for _ in 0..<Int.random(in: 0...4, using: &random) {
                    let place = Int.random(in: 0...new.count, using: &random)
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: new.insert(words.randomElement(using: &random) ?? "", at: place)
                    case 1: if place < new.count { new.remove(at: place) }
                    default: if place < new.count { new[place] = words.randomElement(using: &random) ?? "" }
                    }
                }
                texts.append(new)
            } else {
                texts.append(
                    (0..<Int.random(in: 0...14, using: &random)).map { _ in words.randomElement(using: &random) ?? "" })
            }
        }
        return texts.enumerated().map { (Int64($0.offset * 3 % 1000), UTF8Text($0.element.joined(separator: " "))) }
    }

    /// All comparisons done, none filtered.
    static func bruteForce(
        _ segments: [(Int64, UTF8Text)], _ text: UTF8Text
    ) -> [FuzzyMatch] {
        segments.map { id, other in
            let result = FuzzyComparison(query: text, match: other, language: "en")
            return FuzzyMatch(
                id: id, score: result.score, text: other, differences: result.differences, penalties: result.penalties)
        }
    }

    private static func key(_ match: FuzzyMatch) -> String {
        "\(1000 - match.score) \(match.id) \(match.text) \(match.differences) \(match.penalties)"
    }

    @Test func nothingIsMissedAtAnyThreshold() throws {
        var random = SplitMix(seed: 12)
        for _ in 0..<3 {
            let segments = Self.segments(150, &random)
            let index = try FuzzyIndex(language: "en", segments: segments)
            #expect(index.count == 150)
            let queries = Self.segments(8, &random).map(\.1) + segments.shuffled(using: &random).prefix(8).map(\.1)
            for query in queries {
                let all = Self.bruteForce(segments, query)
                for minimum in [1, 10, 30, 49] + Array(50...100) {
                    let expected = all.filter { $0.score >= minimum }
                    let found = try index.matches(for: query, minimum: minimum, limit: 0)
                    #expect(found.map(Self.key).sorted() == expected.map(Self.key).sorted(), "\(query) \(minimum)")
                    if minimum % 7 == 0 {
                        let order = expected.sorted { ($1.score, $0.id) < ($0.score, $1.id) }
                        #expect(found.map(\.id) == order.map(\.id))
                        for limit in [1, 3] {
                            let best = try index.matches(for: query, minimum: minimum, limit: limit)
                            #expect(best.map(\.score) == Array(order.map(\.score).prefix(limit)))
                            #expect(best.map(\.id) == Array(order.map(\.id).prefix(limit)))
                        }
                    }
                }
            }
        }
    }

    @Test func repeatedTokensAndLongTexts() throws {
        let segments: [(Int64, UTF8Text)] = (1...80).map { ($0, UTF8Text(String(repeating: "ha ", count: Int($0)))) }
        let index = try FuzzyIndex(language: "en", segments: segments)
        for count in [1, 5, 63, 64, 65, 70, 100] {
            let query = UTF8Text(String(repeating: "ha ", count: count))
            let expected = Self.bruteForce(segments, query).filter { $0.score >= 50 }
            #expect(Set(try index.matches(for: query, minimum: 50)) == Set(expected))
        }
    }

    @Test func emptyIndexAndEmptyTexts() throws {
        let empty = try FuzzyIndex(language: "en", segments: [(Int64, UTF8Text)]())
        #expect(try empty.matches(for: "a", minimum: 50).isEmpty)
        #expect(try empty.matches(for: "", minimum: 50).isEmpty)
        let index = try FuzzyIndex(language: "en", segments: [(1, ""), (2, " "), (3, "a")] as [(Int64, UTF8Text)])
        #expect(try index.matches(for: "", minimum: 50).map(\.id) == [1])
        #expect(try index.matches(for: " ", minimum: 50).map(\.id) == [2])
        #expect(try index.matches(for: "a", minimum: -5, limit: -1).map(\.id) == [3])
    }

    /// A segment of a megabyte is found when it is the same, and costs no comparison otherwise.
    @Test func hostileSegments() throws {
        let long = UTF8Text(String(repeating: "ab cd ", count: 180_000))
        let other = UTF8Text(String(repeating: "ab cd ", count: 180_000) + "x")
        let unbroken = UTF8Text(String(repeating: "x", count: 1 << 20))
        let thai = UTF8Text(String(repeating: "ก", count: 1 << 16))
        let wide = UTF8Text((0..<1200).map { "w\($0)" }.joined(separator: " "))
        let wider = UTF8Text((10..<1210).map { "w\($0)" }.joined(separator: " "))
        let segments: [(Int64, UTF8Text)] = [(1, long), (2, other), (3, unbroken), (4, thai), (5, wide)]
        let index = try FuzzyIndex(language: "en", segments: segments)
        #expect(try index.matches(for: long, minimum: 50).map(\.id) == [1])
        #expect(try index.matches(for: unbroken, minimum: 50).map(\.id) == [3])
        #expect(try index.matches(for: thai, minimum: 50).map(\.id) == [4])
        // Ten words of 1,200 taken away in front and ten added behind: 1 - 20/1200.
        #expect(try index.matches(for: wider, minimum: 50).map(\.score) == [98])
        #expect(try index.matches(for: "x", minimum: 50).isEmpty)
    }
}
