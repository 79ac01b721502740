/// Numbers of units by the hashes of their identities, in memory of a bounded size.
///
/// The hash of an identity is the same in every memory, so that a file may be made to have what hashes it likes: places in
/// the table come from a factor drawn at random.
struct IdentityTable {
    /// Most units that it takes: 12.6 MB.
    static let capacity = slotLimit / 4 * 3
    private static let slotLimit = 1 << 20

    private(set) var count = 0
    private var hashes = [Int64](repeating: 0, count: 1 << 8)
    /// 0 where a place is free, for units are numbered from 1.
    private var ids = [UInt32](repeating: 0, count: 1 << 8)
    private let factor = UInt64.random(in: 0 ... .max) | 1

    /// Numbers of the units of a hash, in the order of numbers. O(1).
    func ids(of hash: Int64) -> [Int64] {
        var found: [Int64] = []
        var slot = firstSlot(of: hash)
        while ids[slot] != 0 {
            if hashes[slot] == hash { found.append(Int64(ids[slot])) }
            slot = (slot + 1) & (ids.count - 1)
        }
        if found.count > 1 { found.sort() }
        return found
    }

    /// Takes a unit. O(1).
    ///
    /// - Returns: `false` where it has no room for one more, or for a number so great.
    mutating func insert(_ id: Int64, hash: Int64) -> Bool {
        guard count < Self.capacity, let id = UInt32(exactly: id), id > 0 else { return false }
        if (count + 1) * 4 > ids.count * 3 { grow() }
        place(id, hash)
        count += 1
        return true
    }

    private mutating func grow() {
        let (oldHashes, oldIDs) = (hashes, ids)
        hashes = Array(repeating: 0, count: oldIDs.count * 2)
        ids = Array(repeating: 0, count: oldIDs.count * 2)
        for (slot, id) in oldIDs.enumerated() where id != 0 { place(id, oldHashes[slot]) }
    }

    private mutating func place(_ id: UInt32, _ hash: Int64) {
        var slot = firstSlot(of: hash)
        while ids[slot] != 0 { slot = (slot + 1) & (ids.count - 1) }
        hashes[slot] = hash
        ids[slot] = id
    }

    private func firstSlot(of hash: Int64) -> Int {
        // The high bits of a product depend on all bits of the hash.
        Int((UInt64(bitPattern: hash) &* factor) >> UInt64(64 - ids.count.trailingZeroBitCount))
    }
}
