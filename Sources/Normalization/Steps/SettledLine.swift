internal import UnicodeText

/// Lines that no step of the press profile can change, told at a glance: most lines of European copy are such.
///
/// What the steps do is known here a second time; `LineCountTests` holds the two against each other.
enum SettledLine {
    /// Whether a line is printable ASCII with single blanks inside and without "&", and with typographic signs and
    /// letters with accents that stand between ASCII characters. O(n), eight bytes of ASCII a step.
    static func holds(for text: UTF8Text) -> Bool {
        text.bytes.withUnsafeBytes { bytes in
            guard let first = bytes.first, let last = bytes.last, first != blank, last != blank else { return false }
            var offset = 0
            var isAfterBlank = false
            // Two characters side by side may be a misreading.
            var isAfterOther = false
            while offset < bytes.count {
                if offset + 8 <= bytes.count {
                    let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
                    let blanks = ASCIIWord.within(word, 0x20, 0x20) >> 7
                    let doubled = blanks & (blanks << 8 | (isAfterBlank ? 1 : 0))
                    if isPrintable(word), doubled | ASCIIWord.within(word, ampersand, ampersand) == 0 {
                        isAfterBlank = blanks >> 56 != 0
                        isAfterOther = false
                        offset += 8
                        continue
                    }
                }
                let byte = bytes[offset]
                if byte < 0x80 {
                    guard byte >= blank, byte != 0x7F, byte != UInt8(ampersand), !(isAfterBlank && byte == blank) else {
                        return false
                    }
                    isAfterBlank = byte == blank
                    isAfterOther = false
                    offset += 1
                } else {
                    guard !isAfterOther, let length = harmlessLength(bytes, at: offset) else { return false }
                    isAfterBlank = false
                    isAfterOther = true
                    offset += length
                }
            }
            return true
        }
    }

    /// Length of a character that, with ASCII on both sides, is what it is: dashes, quotation marks, the bullet and the
    /// ellipsis of U+2010 to U+2026; guillemets; letters of Latin-1 but "Â" and "Ã", which begin misreadings.
    private static func harmlessLength(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int? {
        guard offset + 1 < bytes.count else { return nil }
        let next = bytes[offset + 1]
        switch bytes[offset] {
        case 0xC2: return next == 0xAB || next == 0xBB ? 2 : nil
        case 0xC3: return next != 0x82 && next != 0x83 ? 2 : nil
        case 0xE2:
            guard next == 0x80, offset + 2 < bytes.count else { return nil }
            return 0x90...0xA6 ~= bytes[offset + 2] ? 3 : nil
        default: return nil
        }
    }

    private static let blank: UInt8 = 0x20
    private static let ampersand: UInt64 = 0x26

    /// Whether eight bytes are ASCII without controls.
    @inline(__always)
    static func isPrintable(_ word: UInt64) -> Bool {
        // A byte below 0x20 borrows; 0x7F carries.
        let below = (word &- 0x2020_2020_2020_2020) & ~word
        let above = word &+ 0x0101_0101_0101_0101
        return (word | below | above) & 0x8080_8080_8080_8080 == 0
    }
}
