internal import UnicodeText

/// Lines that no step of the press profile can change, told at a glance: most lines of English copy are such.
enum SettledLine {
    /// Whether a line is printable ASCII with single blanks inside and without "&". O(n), eight bytes a step.
    static func holds(for text: UTF8Text) -> Bool {
        text.bytes.withUnsafeBytes { bytes in
            guard let first = bytes.first, let last = bytes.last, first != blank, last != blank else { return false }
            var offset = 0
            // Whether the byte before was a blank, in the lowest bit of a byte.
            var carry: UInt64 = 0
            while offset + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
                guard isPrintable(word), zeroes(word ^ (ones &* ampersand)) == 0 else { return false }
                let blanks = zeroes(word ^ (ones &* UInt64(blank))) >> 7
                if blanks & (blanks << 8 | carry) != 0 { return false }
                carry = blanks >> 56
                offset += 8
            }
            var isAfterBlank = carry != 0
            while offset < bytes.count {
                let byte = bytes[offset]
                guard byte >= blank, byte < 0x7F, byte != UInt8(ampersand), !(isAfterBlank && byte == blank) else {
                    return false
                }
                isAfterBlank = byte == blank
                offset += 1
            }
            return true
        }
    }

    private static let blank: UInt8 = 0x20
    private static let ampersand: UInt64 = 0x26
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let high: UInt64 = 0x8080_8080_8080_8080

    /// Whether eight bytes are ASCII without controls.
    @inline(__always)
    static func isPrintable(_ word: UInt64) -> Bool {
        // A byte below 0x20 borrows; 0x7F carries.
        let below = (word &- 0x2020_2020_2020_2020) & ~word
        let above = word &+ ones
        return (word | below | above) & high == 0
    }

    /// The high bit of every byte that is zero, and of no other.
    @inline(__always)
    private static func zeroes(_ word: UInt64) -> UInt64 {
        ~(((word & ~high) &+ ~high) | word | ~high)
    }
}
