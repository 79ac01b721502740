import Testing

@testable import TranslationMemory

@Suite struct IdentityTableTests {
    @Test func findsWhatWasPutIn() {
        var random = SystemRandomNumberGenerator()
        var table = IdentityTable()
        var expected: [Int64: [Int64]] = [:]
        for id in 1...Int64(5_000) {
            // Few enough hashes that many units share one, at both ends of the range too.
            let hash = Int64.random(in: 0..<2_000, using: &random) - (id % 2 == 0 ? .max : 1_000)
            let isTaken = table.insert(id, hash: hash)
            #expect(isTaken)
            expected[hash, default: []].append(id)
        }
        #expect(table.count == 5_000)
        for (hash, ids) in expected { #expect(table.ids(of: hash) == ids) }
        for hash in Int64(1_000_000)..<1_001_000 { #expect(table.ids(of: hash).isEmpty) }
    }

    @Test func takesNoNumbersThatAreNone() {
        var table = IdentityTable()
        for (id, isNumber) in [(0, false), (-1, false), (Int64(UInt32.max) + 1, false), (Int64(UInt32.max), true)] {
            let isTaken = table.insert(id, hash: 1)
            #expect(isTaken == isNumber)
        }
        #expect(table.ids(of: 1) == [Int64(UInt32.max)])
    }

    /// Not more than it says, whatever comes.
    @Test func isFullAtItsCapacity() {
        var table = IdentityTable()
        for id in 1...Int64(IdentityTable.capacity) where !table.insert(id, hash: id &* 0x9E37_79B9_7F4A_7C1) {
            Issue.record("full at \(id)")
        }
        let isTaken = table.insert(1, hash: 1)
        #expect(!isTaken)
        #expect(table.ids(of: 0x9E37_79B9_7F4A_7C1) == [1])
    }
}
