import FuzzyMatching
import TestSupport
import Testing
import UnicodeText

/// Twenty thousand sentences against a plain comparison of all of them, which shares no code with the index.
@Suite struct RecallTests {
    private static let count = 20_000

    /// Sentences of words as frequent as in a language, most of them edits of others; words are numbers here.
    private static func sentences(_ random: inout SplitMix) -> [[Int]] {
        func word() -> Int {
            // Zipf: the rank is the inverse of an even draw.
            min(5_000, Int(1 / Double.random(in: 0.0002...1, using: &random)))
        }
        var result: [[Int]] = []
        for _ in 0..<count {
            if Int.random(in: 0..<3, using: &random) > 0, var sentence = result.randomElement(using: &random) {
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let place = Int.random(in: 0..<sentence.count, using: &random)
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: sentence.insert(word(), at: place)
                    case 1: if sentence.count > 1 { sentence.remove(at: place) }
                    default: sentence[place] = word()
                    }
                }
                result.append(sentence)
            } else {
                result.append((0..<Int.random(in: 1...24, using: &random)).map { _ in word() })
            }
        }
        return result
    }

    /// No word is a form of another, so that the score is that of the words alone.
    private static func text(_ sentence: [Int]) -> UTF8Text {
        UTF8Text(sentence.map { "w\($0)x" }.joined(separator: " "))
    }

    /// Levenshtein distance, one row at a time.
    private static func distance(_ one: [Int], _ other: [Int], _ row: inout [Int]) -> Int {
        for j in 0...other.count { row[j] = j }
        for i in 0..<one.count {
            var diagonal = row[0]
            row[0] = i + 1
            for j in 0..<other.count {
                let above = row[j + 1]
                row[j + 1] = min(min(above, row[j]) + 1, diagonal + (one[i] == other[j] ? 0 : 1))
                diagonal = above
            }
        }
        return row[other.count]
    }

    @Test func nothingIsMissedAmongTwentyThousand() async throws {
        var random = SplitMix(seed: 77)
        let sentences = Self.sentences(&random)
        let index = try FuzzyIndex(
            language: "sw", segments: sentences.enumerated().map { (Int64($0.offset), Self.text($0.element)) })
        #expect(index.count == Self.count)
        let queries =
            (0..<5).map { _ in sentences.randomElement(using: &random) ?? [] }
            + (0..<5).map { _ in
                var edited = sentences.randomElement(using: &random) ?? []
                edited.insert(6_000, at: edited.count / 2)
                return edited
            }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for query in queries {
                group.addTask {
                    var row = [Int](repeating: 0, count: 256)
                    let scores = sentences.map { other in
                        let longer = max(query.count, other.count)
                        return 100 * (longer - Self.distance(query, other, &row)) / longer
                    }
                    for minimum in 50...99 {
                        let expected = scores.indices.filter { scores[$0] >= minimum }
                        let found = try index.matches(for: Self.text(query), minimum: minimum)
                        #expect(found.map { Int($0.id) }.sorted() == expected, "\(query) \(minimum)")
                        #expect(found.allSatisfy { scores[Int($0.id)] == $0.score })
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
