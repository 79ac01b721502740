import TestSupport
import Testing

@testable import Normalization

/// Maximal scoring runs, against their definition: the heaviest run, then those of what is left on either side.
@Suite struct MaximalRunsTests {
    /// O(n³): the heaviest run of a range, the shorter of two that weigh the same, and the same left and right of it.
    private static func byDefinition(_ weights: [Double], _ range: Range<Int>) -> [Range<Int>] {
        var best: (weight: Double, range: Range<Int>)?
        for start in range {
            var sum = 0.0
            for end in start..<range.upperBound {
                sum += weights[end]
                guard sum > 0 else { continue }
                let isHeavier = best.map { sum > $0.weight || sum == $0.weight && end + 1 - start < $0.range.count }
                if isHeavier ?? true { best = (sum, start..<end + 1) }
            }
        }
        guard let best else { return [] }
        return byDefinition(weights, range.lowerBound..<best.range.lowerBound) + [best.range]
            + byDefinition(weights, best.range.upperBound..<range.upperBound)
    }

    @Test func sameAsTheDefinition() {
        var random = SplitMix(seed: 4)
        for _ in 0..<300 {
            // Odd binary fractions of different size: no two sums are the same.
            let weights = (0..<Int.random(in: 0...14, using: &random)).map { index in
                Double(Int.random(in: -8...8, using: &random)) + Double(1 << index) / 65536
            }
            let runs = MaximalRuns.runs(of: weights)
            #expect(runs.map(\.range) == Self.byDefinition(weights, weights.indices))
            for run in runs { #expect(run.weight == weights[run.range].reduce(0, +)) }
        }
    }

    @Test func theHeaviestInOrder() {
        let runs = MaximalRuns.heaviest(2, of: [3, -9, 1, -9, 5])
        #expect(runs.map(\.range) == [0..<1, 4..<5])
    }

    /// Every run begins below the one before: each new one looks back, and must not look at all of them.
    @Test(.timeLimit(.minutes(5))) func longSequencesTakeLinearTime() {
        let falling = (0..<400_000).map { $0 % 2 == 0 ? 1.0 : -2.0 }
        #expect(MaximalRuns.runs(of: falling).count == 200_000)
        let rising = (0..<400_000).map { $0 % 2 == 0 ? 2.0 : -1.0 }
        #expect(MaximalRuns.runs(of: rising).map(\.range) == [0..<399_999])
    }
}
