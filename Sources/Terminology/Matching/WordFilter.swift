/// Tells of nearly every word that begins no term that it does not: a Bloom filter over the first bytes of words.
struct WordFilter: Sendable {
    /// Lengths of beginnings that are kept. A shorter word is kept whole.
    private static let lengths = [1, 2, 3, 4, 6]

    let bits: FixedBuffer<UInt64>
    /// Bit n: there are beginnings of n bytes.
    let lengths: UInt8
    private let shift: UInt64

    /// - Parameter words: the first eight bytes, the first the lowest, and the length.
    init(_ words: [(word: UInt64, count: Int)]) {
        var size: UInt64 = 12
        // Sixteen bits a word: one in sixteen others is let through for each length.
        while 1 << size < words.count * 16, size < 24 { size += 1 }
        shift = 64 - size
        var bits = [UInt64](repeating: 0, count: 1 << Int(size - 6))
        var found: UInt8 = 0
        for word in words where word.count > 0 {
            let length = Self.lengths.last { $0 <= word.count } ?? 1
            found |= 1 << UInt8(length)
            let slot = Self.slot(word.word, length, shift)
            bits[slot >> 6] |= 1 << UInt64(slot & 63)
        }
        lengths = found
        self.bits = FixedBuffer(bits)
    }

    /// Whether a word may begin a term. O(1).
    @inline(__always)
    func mayBegin(_ word: UInt64, count: Int) -> Bool {
        holds(word, 6, count) || holds(word, 4, count) || holds(word, 3, count) || holds(word, 2, count)
            || holds(word, 1, count)
    }

    @inline(__always)
    private func holds(_ word: UInt64, _ length: Int, _ count: Int) -> Bool {
        guard lengths & 1 << UInt8(length) != 0, count >= length else { return false }
        let slot = Self.slot(word, length, shift)
        return bits.start[slot >> 6] & 1 << UInt64(slot & 63) != 0
    }

    @inline(__always)
    private static func slot(_ word: UInt64, _ length: Int, _ shift: UInt64) -> Int {
        let part = word & ((1 << UInt64(8 * length)) - 1)
        let hash = (part ^ UInt64(length) << 56) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: ((hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9) >> shift)
    }
}
