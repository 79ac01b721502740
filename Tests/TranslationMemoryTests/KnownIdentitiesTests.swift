import Foundation
import Testing

@testable import TranslationMemory

@Suite struct KnownIdentitiesTests {
    private static let path = NSTemporaryDirectory() + "dragoman-known"

    /// At every size of the table, with hashes that many share and such as one only has, over pages of a run and runs.
    @Test(arguments: [1, 2, 255, 256, 257, 700, 5_000]) func findsWhatWasPutIn(capacity: Int) throws {
        var random = SystemRandomNumberGenerator()
        let count = min(capacity * 13, 6_000)
        for hashes in [3, 40, 1_000_000] {
            var known = KnownIdentities(beside: Self.path, capacity: capacity)
            var expected: [Int64: [Int64]] = [:]
            for id in 1...Int64(count) {
                let hash = Int64.random(in: 0..<Int64(hashes), using: &random) - (id % 2 == 0 ? .max : 1_000)
                let isTaken = known.insert(id, hash: hash)
                #expect(isTaken)
                expected[hash, default: []].append(id)
                if id % 97 == 0 { #expect(try known.ids(of: hash) == expected[hash]) }
            }
            for (hash, ids) in expected { #expect(try known.ids(of: hash) == ids) }
            for hash in Int64(2_000_000)..<2_000_300 { #expect(try known.ids(of: hash).isEmpty) }
        }
    }

    @Test func takesNoNumbersThatAreNone() throws {
        var known = KnownIdentities(beside: nil)
        for (id, isNumber) in [(0, false), (-1, false), (Int64(UInt32.max) + 1, false), (Int64(UInt32.max), true)] {
            let isTaken = known.insert(id, hash: 1)
            #expect(isTaken == isNumber)
        }
        #expect(try known.ids(of: 1) == [Int64(UInt32.max)])
    }

    /// Not more than it says, whatever comes; what it has it keeps.
    @Test(arguments: [(nil, 16, 50), (path, 0, 50), (path, 3, 200), ("/dev/null/x", 3, 50)] as [(String?, Int, Int64)])
    func isFullAtItsCapacity(path: String?, runs: Int, most: Int64) throws {
        var known = KnownIdentities(beside: path, capacity: 50, runs: runs)
        for id in 1...most {
            let isTaken = known.insert(id, hash: id)
            #expect(isTaken)
        }
        let isTaken = known.insert(most + 1, hash: 1)
        #expect(!isTaken)
        for id in 1...most { #expect(try known.ids(of: id) == [id]) }
        #expect(!FileManager.default.fileExists(atPath: Self.path))
    }

    /// Of numbers that are in nobody is told that they are not, and of few others that they may be.
    @Test func aFilterForgetsNothing() {
        var random = SystemRandomNumberGenerator()
        let numbers = (0..<30_000).map { _ in UInt64.random(in: 0 ... .max, using: &random) }
        var filter = IdentityFilter(count: numbers.count)
        for number in numbers { filter.insert(number) }
        #expect(numbers.allSatisfy(filter.mayContain))
        let wrong = (0..<30_000).count { _ in filter.mayContain(.random(in: 0 ... .max, using: &random)) }
        #expect(wrong < 2_400)
    }
}
