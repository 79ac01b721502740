internal import UnicodeText

/// Numbers for distinct keys, 0 and up. Keys lie in one block of memory; the hash has a key drawn by chance, so that no
/// input can make it slow.
struct Vocabulary: Sendable {
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var slots: [UInt32] = Array(repeating: Vocabulary.none, count: 64)
    private static let none = UInt32.max

    var count: Int { ends.count }

    /// Where a number's key lies in `bytes`.
    func range(_ number: Int) -> ByteRange { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

    /// The number of a key, `nil` if it has none.
    func find(_ key: UnsafeRawBufferPointer) -> UInt32? {
        let number = slots[slot(of: key)]
        return number == Self.none ? nil : number
    }

    /// The number of a key, given now if it has none.
    mutating func number(_ key: UTF8Text) -> UInt32 { key.bytes.withUnsafeBytes { number($0) } }

    mutating func number(_ key: UnsafeRawBufferPointer) -> UInt32 {
        let slot = slot(of: key)
        if slots[slot] != Self.none { return slots[slot] }
        let number = UInt32(ends.count)
        bytes.append(contentsOf: key)
        ends.append(bytes.count)
        slots[slot] = number
        if ends.count * 2 > slots.count { grow() }
        return number
    }

    /// Forgets all keys, and keeps the memory for others.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        for slot in slots.indices { slots[slot] = Self.none }
    }

    private func slot(of key: UnsafeRawBufferPointer) -> Int {
        var slot = hashed(key) & (slots.count - 1)
        while slots[slot] != Self.none, !isKey(slots[slot], key) { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private func isKey(_ number: UInt32, _ wanted: UnsafeRawBufferPointer) -> Bool {
        bytes.withUnsafeBytes { sameBytes(UnsafeRawBufferPointer(rebasing: $0[range(Int(number))]), wanted) }
    }

    private mutating func grow() {
        slots = Array(repeating: Self.none, count: slots.count * 2)
        for number in ends.indices {
            let hash = bytes.withUnsafeBytes { hashed(UnsafeRawBufferPointer(rebasing: $0[range(number)])) }
            var slot = hash & (slots.count - 1)
            while slots[slot] != Self.none { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number)
        }
    }

    private func hashed(_ bytes: UnsafeRawBufferPointer) -> Int { Int(truncatingIfNeeded: KeyedHash.hash(bytes)) }
}
