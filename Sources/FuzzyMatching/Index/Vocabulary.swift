internal import UnicodeText

/// Numbers for distinct keys, 0 and up. Keys lie in one block of memory; the hash has a key drawn by chance, so that no
/// input can make it slow.
struct Vocabulary: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Where each key ends. All keys together have less than 4 GB.
    private(set) var ends: [UInt32] = []
    private var slots: [UInt32] = Array(repeating: Vocabulary.none, count: 64)
    private static let none = UInt32.max
    private let hashKey = KeyedHash.Key.drawn

    var count: Int { ends.count }

    /// Where a number's key lies in `bytes`.
    func range(_ number: Int) -> ByteRange { (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number]) }

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
        bytes.append(contentsOf: key)
        return added(at: slot)
    }

    /// The same for the key that a range of a text and one byte behind it are together.
    mutating func number(_ text: UnsafeRawBufferPointer, _ range: ByteRange, _ last: UInt8) -> UInt32 {
        let words = UnsafeRawBufferPointer(rebasing: text[range])
        let slot = slot(hashed(text, range, last)) { bytes, key in
            key.count == words.count + 1 && bytes[key.upperBound - 1] == last
                && sameBytes(UnsafeRawBufferPointer(rebasing: bytes[key.lowerBound..<key.upperBound - 1]), words)
        }
        if slots[slot] != Self.none { return slots[slot] }
        bytes.append(contentsOf: words)
        bytes.append(last)
        return added(at: slot)
    }

    private mutating func added(at slot: Int) -> UInt32 {
        let number = UInt32(ends.count)
        ends.append(UInt32(bytes.count))
        slots[slot] = number
        if ends.count > Self.most(slots.count) { grow() }
        return number
    }

    /// Keys for so many slots: half as many, and where slots take megabytes three quarters.
    private static func most(_ slots: Int) -> Int { slots < 1 << 18 ? slots / 2 : slots / 4 * 3 }

    /// Gives back the memory that finds keys; nothing may be looked for or added then.
    mutating func endLookup() { slots = [] }

    /// Forgets all keys, and keeps the memory for others.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        for slot in slots.indices { slots[slot] = Self.none }
    }

    private func slot(of key: UnsafeRawBufferPointer) -> Int {
        slot(hashed(key)) { bytes, range in sameBytes(UnsafeRawBufferPointer(rebasing: bytes[range]), key) }
    }

    /// The slot of the key that `isKey` knows, else the one where it goes.
    @inline(__always)
    private func slot(_ hash: Int, _ isKey: (_ bytes: UnsafeRawBufferPointer, ByteRange) -> Bool) -> Int {
        bytes.withUnsafeBytes { bytes in
            var slot = hash & (slots.count - 1)
            while slots[slot] != Self.none, !isKey(bytes, range(Int(slots[slot]))) {
                slot = (slot + 1) & (slots.count - 1)
            }
            return slot
        }
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

    private func hashed(_ bytes: UnsafeRawBufferPointer) -> Int {
        Int(truncatingIfNeeded: KeyedHash.hash(bytes, key: hashKey))
    }

    /// That of the bytes of a range and one behind them; a text has enough behind most ranges that eight can be read at once.
    private func hashed(_ text: UnsafeRawBufferPointer, _ range: ByteRange, _ last: UInt8) -> Int {
        var hash = KeyedHash(count: range.count + 1, key: hashKey)
        var position = range.lowerBound
        while range.upperBound - position >= 8 {
            hash.take(ASCIIWord.load(text, at: position))
            position += 8
        }
        let rest = range.upperBound - position
        let word = rest == 0 ? 0 : ASCIIWord.load(text, position..<range.upperBound)
        hash.take(word | UInt64(last) << UInt64(8 * rest))
        return Int(truncatingIfNeeded: hash.value)
    }
}
