internal import UnicodeText

/// Tells at a look that a line of ASCII holds no date: it names no month, and its figures do not stand as in one.
struct MonthOpenings: Sendable {
    /// A bit for the first three letters of a word, five bits each.
    private var bits = [UInt64](repeating: 0, count: 1 << 9)

    /// Adds a word that names a month or says "month", as `DateSpelling` folds it.
    mutating func insert(_ key: UTF8Text) {
        // Behind a short word anything may stand.
        let classes = (0..<3).map { index in
            index < key.count ? [Int(key.bytes[index] & 0x1F)] : Array(0..<32)
        }
        for first in classes[0] {
            for second in classes[1] {
                for third in classes[2] { insert(first | second << 5 | third << 10) }
            }
        }
    }

    private mutating func insert(_ place: Int) { bits[place >> 6] |= 1 << UInt64(place & 63) }

    private func holds(_ place: Int) -> Bool { bits[place >> 6] &>> UInt64(place & 63) & 1 != 0 }

    /// `false` only for a line of ASCII in which no form of `DateGrammar` can find a date. O(n).
    func mayHoldDate(_ text: BorrowedText) -> Bool {
        let bytes = text.bytes
        var isInWord = false
        var digits = 0
        // The last sign that parts figures; whether one token alone stands behind it.
        var sign: UInt8 = 0
        var tokens = 0
        for offset in 0..<bytes.count {
            let byte = bytes[offset]
            if byte >= 0x80 { return true }
            if 0x61...0x7A ~= byte | 0x20 {
                digits = 0
                if isInWord { continue }
                isInWord = true
                tokens += 1
                let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
                let third = offset + 2 < bytes.count ? bytes[offset + 2] : 0
                // Apostrophes in a word do not count.
                if next == 0x27 || third == 0x27 { return true }
                if holds(Int(byte & 0x1F) | Int(next & 0x1F) << 5 | Int(third & 0x1F) << 10) { return true }
            } else if 0x30...0x39 ~= byte {
                if digits == 0 { tokens += 1 }
                isInWord = false
                digits += 1
                if digits == 8 { return true }
            } else {
                let wasInWord = isInWord
                isInWord = false
                digits = 0
                switch byte {
                case 0x20, 0x09...0x0D: break
                // It may stand within a word.
                case 0x27: isInWord = wasInWord
                case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
                    if byte == sign, tokens == 1 { return true }
                    sign = byte
                    tokens = 0
                default: sign = 0
                }
            }
        }
        return false
    }
}
