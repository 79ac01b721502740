import Testing

@testable import TranslationMemory

@Suite struct IdentityTableTests {
    @Test func findsWhatWasPutIn() {
        var random = SystemRandomNumberGenerator()
        var table = IdentityTable()
        for round in 0..<2 {
            var expected: [UInt64: Set<Int64>] = [:]
            for id in 1...Int64(5_000) {
                // Few enough hashes that many units share one, at both ends of the range too.
                let hash = UInt64.random(in: 0..<2_000, using: &random) &- (id % 2 == 0 ? 0 : 1_000)
                table.insert(UInt32(id), hash)
                expected[hash, default: []].insert(id)
            }
            #expect(table.count == 5_000 && table.entries.count == 5_000)
            for (hash, ids) in expected {
                var found: [Int64] = []
                table.find(hash, into: &found)
                #expect(found.count == ids.count && Set(found) == ids, "round \(round)")
            }
            for hash in UInt64(1_000_000)..<1_001_000 {
                var found: [Int64] = []
                table.find(hash, into: &found)
                #expect(found.isEmpty)
            }
            table.removeAll()
            #expect(table.count == 0 && table.entries.isEmpty)
        }
    }
}
