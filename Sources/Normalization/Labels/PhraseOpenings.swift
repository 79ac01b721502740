internal import UnicodeText

/// The first bytes of phrases as bits, so that a look tells that no phrase begins at a word. Some look like an opening
/// and are none.
struct PhraseOpenings: Sendable {
    /// By hashes of eight and of four bytes; what is shorter, or has an apostrophe among these, counts by fewer.
    private var eights = [UInt64](repeating: 0, count: 0x10000 / 64)
    private var fours = [UInt64](repeating: 0, count: 0x10000 / 64)
    /// By two bytes.
    private var twos = [UInt64](repeating: 0, count: 0x10000 / 64)

    mutating func insert(_ phrase: UTF8Text) {
        // An apostrophe has several shapes.
        let plain = phrase.bytes.prefix { $0 != Self.apostrophe }
        if plain.count >= 8 {
            Self.set(Self.place(of: Self.word(plain.prefix(8))), in: &eights)
        } else if plain.count >= 4 {
            Self.set(Self.place(of: UInt32(truncatingIfNeeded: Self.word(plain.prefix(4)))), in: &fours)
        } else if let first = phrase.bytes.first {
            // Anything may follow a phrase of one byte; U+2019 and the like begin with E2, U+02BC with CA.
            let seconds =
                phrase.count == 1
                ? Array(0...255) : phrase.bytes[1] == Self.apostrophe ? [0x27, 0xE2, 0xCA] : [phrase.bytes[1]]
            for second in seconds { Self.set(Int(first) << 8 | Int(second), in: &twos) }
        }
    }

    /// Whether a phrase may begin at an offset of case-folded text. O(1).
    @inline(__always)
    func mayBegin(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
        if offset + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
            return Self.holds(Self.place(of: word), in: eights)
                || Self.holds(Self.place(of: UInt32(truncatingIfNeeded: word)), in: fours)
                || Self.holds(Int(bytes[offset]) << 8 | Int(bytes[offset + 1]), in: twos)
        }
        if offset + 4 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian
            if Self.holds(Self.place(of: word), in: fours) { return true }
        }
        return Self.holds(Int(bytes[offset]) << 8 | (offset + 1 < bytes.count ? Int(bytes[offset + 1]) : 0), in: twos)
    }

    private static let apostrophe: UInt8 = 0x27

    /// Bytes as a number, the first the lowest.
    private static func word(_ bytes: some BidirectionalCollection<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    @inline(__always)
    private static func place(of word: UInt64) -> Int { Int((word &* 0x9E37_79B9_7F4A_7C15) >> 48) }

    @inline(__always)
    private static func place(of word: UInt32) -> Int { Int((word &* 0x9E37_79B1) >> 16) }

    private static func set(_ place: Int, in bits: inout [UInt64]) { bits[place >> 6] |= 1 << UInt64(place & 63) }

    @inline(__always)
    private static func holds(_ place: Int, in bits: [UInt64]) -> Bool {
        bits[place >> 6] &>> UInt64(place & 63) & 1 != 0
    }
}
