internal import UnicodeText

/// The first bytes of phrases as bits, so that a look tells that no phrase begins at a word. Some look like an opening
/// and are none.
struct PhraseOpenings: Sendable {
    /// By a hash of four bytes.
    private var fours = [UInt64](repeating: 0, count: 0x10000 / 64)
    /// By two bytes: for phrases shorter than four, and those with an apostrophe there, which has several shapes.
    private var twos = [UInt64](repeating: 0, count: 0x10000 / 64)

    mutating func insert(_ phrase: UTF8Text) {
        let bytes = phrase.bytes
        guard bytes.count < 4 || bytes[..<4].contains(Self.apostrophe) else {
            let word = bytes[..<4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            let place = Self.place(of: word)
            fours[place >> 6] |= 1 << UInt64(place & 63)
            return
        }
        guard let first = bytes.first else { return }
        // Anything may follow a phrase of one byte; U+2019 and the like begin with E2, U+02BC with CA.
        let seconds = bytes.count == 1 ? Array(0...255) : bytes[1] == Self.apostrophe ? [0x27, 0xE2, 0xCA] : [bytes[1]]
        for second in seconds {
            let place = Int(first) << 8 | Int(second)
            twos[place >> 6] |= 1 << UInt64(place & 63)
        }
    }

    /// Whether a phrase may begin at an offset of case-folded text. O(1).
    @inline(__always)
    func mayBegin(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
        if offset + 4 <= bytes.count {
            let place = Self.place(of: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian)
            if fours[place >> 6] >> UInt64(place & 63) & 1 != 0 { return true }
        }
        let place = Int(bytes[offset]) << 8 | (offset + 1 < bytes.count ? Int(bytes[offset + 1]) : 0)
        return twos[place >> 6] >> UInt64(place & 63) & 1 != 0
    }

    private static let apostrophe: UInt8 = 0x27

    @inline(__always)
    private static func place(of word: UInt32) -> Int { Int((word &* 0x9E37_79B1) >> 16) }
}
