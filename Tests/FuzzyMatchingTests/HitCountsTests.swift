import TestSupport
import Testing

@testable import FuzzyMatching

@Suite struct HitCountsTests {
    @Test func tellsWhenARecordHasAsManyAsWanted() {
        var counts = HitCounts(records: 40)
        func told(_ record: UInt32, _ wanted: Int, times: Int) -> [Bool] {
            (0..<times).map { _ in counts.count(record, upTo: wanted) }
        }
        #expect(told(31, 1, times: 2) == [true, false])
        #expect(told(32, 3, times: 5) == [false, false, true, false, false])
        #expect(told(30, 2, times: 3) == [false, true, false])
        counts.reset()
        #expect(told(31, 2, times: 3) == [false, true, false])
    }

    @Test func countsEachRecordByItself() {
        var random = SplitMix(seed: 3)
        var counts = HitCounts(records: 100)
        for _ in 0..<50 {
            var plain = [UInt32: Int]()
            for _ in 0..<300 {
                let record = UInt32.random(in: 0..<100, using: &random)
                let wanted = 1 + Int(record) % HitCounts.highest
                plain[record, default: 0] += 1
                let isReached = counts.count(record, upTo: wanted)
                #expect(isReached == (plain[record] == wanted))
            }
            counts.reset()
        }
    }
}
