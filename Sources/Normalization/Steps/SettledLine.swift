internal import UnicodeText

/// Lines that no step of the press profile can change, told at a glance: most lines of copy in Western European languages,
/// Chinese, Japanese, Arabic and Amharic are such.
///
/// What the steps do is known here a second time; `LineCountTests` holds the two against each other.
enum SettledLine {
    /// Whether a line is printable ASCII with single blanks inside and without "&", with no two typographic signs or
    /// letters with accents side by side, and with letters of scripts that nothing is misread as. O(n), eight bytes of
    /// ASCII a step.
    static func holds(for text: BorrowedText) -> Bool {
        let bytes = text.raw
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
            } else if let length = foreignLength(bytes, at: offset) {
                isAfterBlank = false
                isAfterOther = false
                offset += length
            } else {
                guard !isAfterOther, let length = harmlessLength(bytes, at: offset) else { return false }
                isAfterBlank = false
                isAfterOther = true
                offset += length
            }
        }
        return true
    }

    /// Length of a character that no misreading has and no mark composes with here: letters, digits and stops of Arabic,
    /// Ethiopic, kana, Han, and full-width signs, but no marks and no blanks.
    @inline(__always)
    private static func foreignLength(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int? {
        let lead = bytes[offset]
        guard lead >= 0xD8, offset + 2 <= bytes.count else { return nil }
        let second = bytes[offset + 1]
        switch lead {
        // U+061C is a directional mark.
        case 0xD8: return second == 0x8C || second >= 0x9B && second != 0x9C ? 2 : nil
        case 0xD9: return second <= 0x8A || 0xA0...0xAF ~= second ? 2 : nil
        case 0xDA: return 2
        case 0xDB: return second <= 0x94 ? 2 : nil
        case 0xE4...0xE9: return 3
        case 0xE1, 0xE3, 0xEF: break
        default: return nil
        }
        guard offset + 3 <= bytes.count else { return nil }
        let third = bytes[offset + 2]
        switch (lead, second) {
        case (0xE1, 0x88...0x8C): return 3
        case (0xE1, 0x8D): return third < 0x9D || third >= 0xA0 ? 3 : nil
        case (0xE3, 0x80): return 0x81...0x82 ~= third || 0x88...0x91 ~= third ? 3 : nil
        case (0xE3, 0x81), (0xE3, 0x83): return 3
        // U+3099 and U+309A are marks.
        case (0xE3, 0x82): return third < 0x99 || third > 0x9A ? 3 : nil
        case (0xEF, 0xBC): return third >= 0x81 ? 3 : nil
        default: return nil
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
