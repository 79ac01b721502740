import Foundation
import TestSupport
import Testing

@testable import FuzzyMatching

@Suite struct NumberBinsTests {
    private static func withFolder(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "dragoman-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    /// Whatever the file takes, a bin is read in the order its numbers came, and what was added together is in one part.
    @Test(arguments: [0, 1, 16, 64, 1_000, 1 << 21]) func aBinIsReadAsItCame(limit: Int) throws {
        try Self.withFolder { folder in
            let place = limit == 0 ? nil : ScratchPlace(path: folder + "/x", limit: limit)
            var random = SplitMix(seed: UInt64(limit))
            var bins = NumberBins<UInt16>(in: place)
            var wanted = [[[UInt16]]](repeating: [], count: 9)
            for _ in 0..<400 {
                let bin = Int.random(in: 0..<8, using: &random) % 7
                let numbers = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
                    UInt16.random(in: 0 ... .max, using: &random)
                }
                try bins.append(numbers, to: bin)
                wanted[bin].append(numbers)
            }
            #expect(bins.count == 7)
            #expect((bins.parts > 1) == (0 < limit && limit < 1 << 21))
            for bin in wanted.indices {
                var found: [UInt16] = []
                var ends: Set<Int> = [0]
                for numbers in wanted[bin] { ends.insert(numbers.count + (ends.max() ?? 0)) }
                var part: [UInt16] = [1, 2, 3]
                for number in 0..<bins.parts {
                    try bins.read(number, of: bin, into: &part)
                    found += part
                    #expect(ends.contains(found.count))
                }
                #expect(found == wanted[bin].flatMap { $0 })
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }

    @Test func whereNothingCanBeWrittenIsAnError() throws {
        var bins = NumberBins<UInt32>(in: ScratchPlace(path: "/dev/null/x", limit: 8))
        try bins.append([1, 2], to: 0)
        do {
            try bins.append(3, to: 0)
            Issue.record("nothing thrown")
        } catch {
            #expect(error == FuzzyIndexError(.unwritable, path: "/dev/null/x", system: ENOTDIR))
        }
    }

    @Test func bucketsHoldNoMoreThanTheyMay() {
        var random = SplitMix(seed: 8)
        for limit in [1, 5, 100, Int.max] {
            let frequencies = (0..<300).map { UInt32($0 / 10 + Int.random(in: 0..<4, using: &random)) }
            let buckets = RankBuckets(frequencies, postings: limit)
            #expect((0..<buckets.count).flatMap { Array(buckets.ranks($0)) } == Array(frequencies.indices))
            for bucket in 0..<buckets.count {
                let ranks = buckets.ranks(bucket)
                #expect(ranks.allSatisfy { Int(buckets.bucketOfRank[$0]) == bucket })
                #expect(ranks.count == 1 || ranks.reduce(0) { $0 + Int(frequencies[$1]) } <= limit)
            }
        }
        #expect(RankBuckets([UInt32](), postings: 1).ranks(0).isEmpty)
        #expect(RankBuckets([UInt32](repeating: 0, count: RankBuckets.ranks + 1), postings: 9).count == 2)
    }
}
