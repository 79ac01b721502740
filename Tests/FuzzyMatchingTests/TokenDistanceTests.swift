import TestSupport
import Testing

@testable import FuzzyMatching

/// Levenshtein distance as it is defined.
func plainDistance(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var row = Array(0...right.count)
    for (i, one) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, other) in right.enumerated() {
            let isEqual = one == other && one != Vocabulary.none
            let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (isEqual ? 0 : 1))
            diagonal = row[j + 1]
            row[j + 1] = next
        }
    }
    return row[right.count]
}

@Suite struct TokenDistanceTests {
    @Test func equalsThePlainProgramme() {
        var random = SplitMix(seed: 4)
        for round in 0..<400 {
            let alphabet = UInt32.random(in: 1...20, using: &random)
            let longest = round % 10 == 0 ? 300 : 70
            func sequence() -> [UInt32] {
                (0..<Int.random(in: 0...longest, using: &random)).map { _ in
                    UInt32.random(in: 0...alphabet, using: &random)
                }
            }
            var pattern = sequence()
            if round % 5 == 0, !pattern.isEmpty { pattern[pattern.count / 2] = Vocabulary.none }
            var distance = TokenDistance(pattern)
            for _ in 0..<3 {
                let text = sequence()
                let expected = plainDistance(pattern, text)
                #expect(distance.distance(to: text[...], limit: .max - 1) == expected)
                let limit = Int.random(in: 0...80, using: &random)
                let found = distance.distance(to: text[...], limit: limit)
                #expect(expected <= limit ? found == expected : found > limit)
            }
        }
    }

    @Test func alignmentHasTheSameDistance() {
        var random = SplitMix(seed: 6)
        for _ in 0..<500 {
            func sequence() -> [UInt32] {
                (0..<Int.random(in: 0...15, using: &random)).map { _ in UInt32.random(in: 0...4, using: &random) }
            }
            let left = sequence()
            let right = sequence()
            let alignment = TokenAlignment(left.count, right.count) { left[$0] == right[$1] ? .identical : .different }
            #expect(alignment.distance == plainDistance(left, right))
            #expect(alignment.steps.count == alignment.distance)
        }
    }
}
