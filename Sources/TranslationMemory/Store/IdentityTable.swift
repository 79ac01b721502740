/// Numbers of units by hashes that are spread evenly, in memory of a bounded size.
struct IdentityTable {
    struct Entry {
        let hash: UInt64
        let id: UInt32
    }

    /// Most units that it should take: 3.1 MB.
    static let capacity = (1 << 18) / 4 * 3

    private(set) var count = 0
    private var hashes = [UInt64](repeating: 0, count: 1 << 8)
    /// 0 where a place is free, for units are numbered from 1.
    private var ids = [UInt32](repeating: 0, count: 1 << 8)

    /// All units.
    var entries: [Entry] {
        ids.indices.lazy.filter { ids[$0] != 0 }.map { Entry(hash: hashes[$0], id: ids[$0]) }
    }

    /// Adds the units of a hash to `found`. O(1).
    func find(_ hash: UInt64, into found: inout [Int64]) {
        var slot = firstSlot(of: hash)
        while ids[slot] != 0 {
            if hashes[slot] == hash { found.append(Int64(ids[slot])) }
            slot = (slot + 1) & (ids.count - 1)
        }
    }

    /// Takes a unit, numbered from 1. O(1).
    mutating func insert(_ id: UInt32, _ hash: UInt64) {
        if (count + 1) * 4 > ids.count * 3 { grow() }
        place(id, hash)
        count += 1
    }

    /// Forgets all units, and keeps the memory for others.
    mutating func removeAll() {
        for slot in ids.indices { ids[slot] = 0 }
        count = 0
    }

    private mutating func grow() {
        let (oldHashes, oldIDs) = (hashes, ids)
        hashes = Array(repeating: 0, count: oldIDs.count * 2)
        ids = Array(repeating: 0, count: oldIDs.count * 2)
        for (slot, id) in oldIDs.enumerated() where id != 0 { place(id, oldHashes[slot]) }
    }

    private mutating func place(_ id: UInt32, _ hash: UInt64) {
        var slot = firstSlot(of: hash)
        while ids[slot] != 0 { slot = (slot + 1) & (ids.count - 1) }
        hashes[slot] = hash
        ids[slot] = id
    }

    private func firstSlot(of hash: UInt64) -> Int { Int(hash >> UInt64(64 - ids.count.trailingZeroBitCount)) }
}
