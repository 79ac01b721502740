internal import UnicodeText

/// The words of a line that tell what it is about: those of four letters and more, by their first seven, and pairs of
/// characters where words are not spaced.
enum ContentWords {
    /// One hash a different word, in order of first appearance. O(n).
    static func hashes(of folded: UTF8Text) -> [UInt64] {
        var found: [UInt64] = []
        var seen: Set<UInt64> = []
        folded.borrowed { folded in forEach(in: folded) { if seen.insert($0).inserted { found.append($0) } } }
        return found
    }

    /// One hash a word, in order. O(n).
    @inline(__always)
    static func forEach(in folded: BorrowedText, _ take: (UInt64) -> Void) { scan(folded.bytes, take) }

    @inline(__always)
    private static func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ take: (UInt64) -> Void) {
        // A word is known by its letters as they stand in memory if they are ASCII, else by their hash.
        var hash = start
        var packed: UInt64 = 0
        var isPacked = true
        var letters = 0
        func restart() {
            hash = start
            packed = 0
            isPacked = true
            letters = 0
        }
        var previous: UInt32 = 0
        var offset = 0
        while offset < bytes.count {
            let value: UInt32
            let byte = bytes[offset]
            let isPart: Bool
            if byte < 0x80 {
                if byte == 0x20, letters == 0 {
                    previous = 0
                    offset += 1
                    continue
                }
                isPart = 0x61...0x7A ~= byte | 0x20
                if isPart, letters == 0, let word = asciiWord(bytes, at: offset) {
                    previous = 0
                    offset += word.length
                    if word.length < 7 {
                        if word.length >= 4 { take(word.hash) }
                        continue
                    }
                    while offset < bytes.count, 0x61...0x7A ~= bytes[offset] | 0x20 { offset += 1 }
                    if offset < bytes.count, bytes[offset] >= 0x80 {
                        packed = word.hash
                        letters = 7
                    } else {
                        take(word.hash)
                    }
                    continue
                }
                value = UInt32(byte)
                offset += 1
            } else {
                let (scalar, length) = decodeScalar(bytes, at: offset)
                value = scalar.value
                offset += length
                switch scalar.kind {
                case .upper, .lower, .otherLetter, .mark: isPart = true
                default: isPart = false
                }
                if isPart, scalar.isUnspaced {
                    if letters >= 4 { take(isPacked ? packed : hash) }
                    restart()
                    if previous != 0 { take(mix(mix(start, previous), value)) }
                    previous = value
                    continue
                }
            }
            previous = 0
            guard isPart else {
                if letters >= 4 { take(isPacked ? packed : hash) }
                restart()
                continue
            }
            letters += 1
            // Endings differ in most languages; seven letters are enough to tell words apart.
            if letters <= 7 {
                hash = mix(hash, value)
                packed |= UInt64(value & 0x7F) << UInt64(8 * (letters - 1))
                if value >= 0x80 { isPacked = false }
            }
        }
        if letters >= 4 { take(isPacked ? packed : hash) }
    }

    /// A word of ASCII, or the first seven letters of one, as it stands in memory; `nil` for the beginning of a word that
    /// goes on with other letters.
    @inline(__always)
    private static func asciiWord(
        _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
    ) -> (hash: UInt64, length: Int)? {
        let word = ASCIIWord.load(UnsafeRawBufferPointer(bytes), at: offset)
        let others = ~ASCIIWord.letters(word) & 0x8080_8080_8080_8080
        let length = min(7, others.trailingZeroBitCount >> 3)
        if length < 7, offset + length < bytes.count, bytes[offset + length] >= 0x80 { return nil }
        return (word & (1 << UInt64(8 * length) - 1), length)
    }

    /// FNV-1a, 64 bits, over code points.
    private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
    private static func mix(_ hash: UInt64, _ value: UInt32) -> UInt64 { (hash ^ UInt64(value)) &* 0x100_0000_01b3 }
}
