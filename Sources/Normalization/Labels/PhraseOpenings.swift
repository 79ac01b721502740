internal import UnicodeText

/// The first words of phrases as bits, so that a look tells that no phrase begins at a word. Some look like an opening
/// and are none.
struct PhraseOpenings: Sendable {
    /// By a hash of the first eight bytes.
    private var eights = Bits()
    /// By a hash of the first word: of phrases that are shorter, or have an apostrophe there, which has several shapes.
    private var words = Bits()
    /// By a hash of four bytes, and by two: of phrases that take longer words, and those that begin with other than
    /// letters and digits of ASCII.
    private var fours = Bits()
    private var twos = Bits()
    /// Whether phrases take longer words that begin with fewer than eight letters or digits of ASCII.
    private var hasShortPrefixes = false

    mutating func insert(_ phrase: UTF8Text, isPrefix: Bool) {
        let bytes = phrase.bytes
        guard let first = bytes.first else { return }
        if ASCIIWord.contains(first) {
            if bytes.count >= 8, !bytes[..<8].contains(0x27) { return eights.insert(Self.number(bytes.prefix(8))) }
            let word = bytes.prefix(8).prefix { ASCIIWord.contains($0) }
            if word.count < bytes.count || !isPrefix { return words.insert(Self.number(word)) }
            hasShortPrefixes = true
            if word.count >= 4 { return fours.insert(Self.number(word.prefix(4))) }
        }
        // Anything may follow a phrase of one byte; an apostrophe has shapes that begin with E2 and CA.
        let seconds = bytes.count == 1 ? Array(0...255) : bytes[1] == 0x27 ? [0x27, 0xE2, 0xCA] : [bytes[1]]
        for second in seconds { twos.insert(at: Int(first) | Int(second) << 8) }
    }

    /// Whether a phrase may begin at an offset of case-folded text. O(1).
    @inline(__always)
    func mayBegin(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
        let word = ASCIIWord.load(bytes, at: offset)
        guard ASCIIWord.contains(UInt8(truncatingIfNeeded: word)) else { return twos.holds(at: Int(word & 0xFFFF)) }
        if eights.holds(word) { return true }
        if hasShortPrefixes, fours.holds(word & 0xFFFF_FFFF) || twos.holds(at: Int(word & 0xFFFF)) { return true }
        let others = ~ASCIIWord.alphanumerics(word) & 0x8080_8080_8080_8080
        if others == 0 { return false }
        // Where a short word goes on with other letters, or with an apostrophe of another shape, only the trie tells.
        let length = UInt64(others.trailingZeroBitCount & ~7)
        if word &>> length & 0x80 != 0 { return true }
        return words.holds(word & (1 &<< length &- 1))
    }

    /// Bytes as a number, the first the lowest.
    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A set of numbers below 65,536, or of larger ones by their hashes.
    private struct Bits {
        private var bits = [UInt64](repeating: 0, count: 0x10000 / 64)

        mutating func insert(_ number: UInt64) { insert(at: Self.place(of: number)) }

        mutating func insert(at place: Int) { bits[place >> 6] |= 1 << UInt64(place & 63) }

        @inline(__always)
        func holds(_ number: UInt64) -> Bool { holds(at: Self.place(of: number)) }

        @inline(__always)
        func holds(at place: Int) -> Bool { bits[place >> 6] &>> UInt64(place & 63) & 1 != 0 }

        @inline(__always)
        private static func place(of number: UInt64) -> Int { Int((number &* 0x9E37_79B9_7F4A_7C15) >> 48) }
    }
}
