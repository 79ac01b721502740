/// Says of most numbers that are not in a set that they are not (a Bloom filter whose bits of one number lie in one word;
/// Putze, Sanders, Singler 2007).
struct IdentityFilter {
    private var words: [UInt64]

    /// For so many numbers, with some eleven bits for each.
    init(count: Int) {
        var size = 64
        while size * 6 < count { size *= 2 }
        words = Array(repeating: 0, count: size)
    }

    mutating func insert(_ key: UInt64) { words[word(of: key)] |= Self.bits(of: key) }

    /// `false` only for a number that was never put in. O(1).
    func mayContain(_ key: UInt64) -> Bool {
        let bits = Self.bits(of: key)
        return words[word(of: key)] & bits == bits
    }

    private func word(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: key >> UInt64(64 - words.count.trailingZeroBitCount))
    }

    private static func bits(of key: UInt64) -> UInt64 {
        // High bits of a product depend on all of the number, and these on others than those that chose the word.
        let mixed = (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
        return 1 << (mixed >> 58) | 1 << (mixed >> 52 & 63) | 1 << (mixed >> 46 & 63) | 1 << (mixed >> 40 & 63)
    }
}
