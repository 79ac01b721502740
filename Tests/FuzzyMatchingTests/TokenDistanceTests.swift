import TestSupport
import Testing

@testable import FuzzyMatching

/// Levenshtein distance as it is defined; 0 is unlike itself.
func plainDistance(_ left: [UInt16], _ right: [UInt16]) -> Int {
    var row = Array(0...right.count)
    for (i, one) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, other) in right.enumerated() {
            let isEqual = one == other && one != 0
            let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (isEqual ? 0 : 1))
            diagonal = row[j + 1]
            row[j + 1] = next
        }
    }
    return row[right.count]
}

@Suite struct TokenDistanceTests {
    private func distance(_ pattern: [UInt16], _ text: [UInt16], limit: Int, _ reused: inout TokenDistance) -> Int {
        reused.reset(count: pattern.count, classes: Int(pattern.max() ?? 0) + 1)
        for (place, symbol) in pattern.enumerated() { reused.set(place, symbol) }
        return text.withUnsafeBufferPointer { reused.distance(to: $0, limit: limit) }
    }

    @Test func equalsThePlainProgramme() {
        var random = SplitMix(seed: 4)
        var reused = TokenDistance()
        for round in 0..<400 {
            let alphabet = UInt16.random(in: 1...20, using: &random)
            let longest = round % 10 == 0 ? 300 : 70
            func sequence() -> [UInt16] {
                (0..<Int.random(in: 0...longest, using: &random)).map { _ in
                    UInt16.random(in: 0...alphabet, using: &random)
                }
            }
            let pattern = sequence()
            for _ in 0..<3 {
                let text = sequence()
                let expected = plainDistance(pattern, text)
                #expect(distance(pattern, text, limit: .max - 1, &reused) == expected)
                let limit = Int.random(in: 0...80, using: &random)
                let found = distance(pattern, text, limit: limit, &reused)
                #expect(expected <= limit ? found == expected : found > limit)
            }
        }
    }

    @Test func alignmentHasTheSameDistance() {
        var random = SplitMix(seed: 6)
        for _ in 0..<500 {
            func sequence() -> [UInt16] {
                (0..<Int.random(in: 0...15, using: &random)).map { _ in UInt16.random(in: 1...5, using: &random) }
            }
            let left = sequence()
            let right = sequence()
            let alignment = TokenAlignment(left.count, right.count) { left[$0] == right[$1] ? .identical : .different }
            #expect(alignment.distance == plainDistance(left, right))
            #expect(alignment.steps.count == alignment.distance)
        }
    }
}
