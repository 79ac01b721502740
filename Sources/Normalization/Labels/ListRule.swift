internal import UnicodeText

/// How an item of a list begins: with a bullet, a dash or a number.
enum ListRule {
    /// Whether a bullet, a dash or a number stands in front.
    static func startsItem(_ text: BorrowedText, endsSentence: Bool) -> Bool {
        // Most lines begin with a letter.
        guard let byte = text.bytes.first, !(0x61...0x7A ~= byte | 0x20) else { return false }
        let (first, length) = text.scalar(at: 0)
        guard length < text.count else { return false }
        switch first {
        case "•", "‣", "◦", "▪", "●", "■", "*", "·":
            return text.scalar(at: length).scalar.isBlank || first == "•"
        case "-", "–", "—":
            // A dash with a blank also opens spoken words in French and Spanish; those end like sentences do.
            return text.scalar(at: length).scalar.isBlank && !endsSentence
        default:
            return numberEnd(text) != nil
        }
    }

    /// Where a number that items are counted with ends: "1. ", "2) ", "(3) ", "一、", "（二）". A date or a sum has none
    /// of these signs behind it.
    private static func numberEnd(_ text: BorrowedText) -> Int? {
        var offset = 0
        let isBracketed = text.scalar(at: 0).scalar == "(" || text.scalar(at: 0).scalar == "（"
        if isBracketed { offset = text.scalar(at: 0).length }
        let start = offset
        var isHan = false
        while offset < text.count, offset - start < 9 {
            let (scalar, length) = text.scalar(at: offset)
            if hanNumbers.contains(scalar) { isHan = true } else if scalar.digitValue == nil { break }
            offset += length
        }
        guard offset > start, offset < text.count else { return nil }
        let (sign, length) = text.scalar(at: offset)
        let end = offset + length
        switch sign {
        case "、", "）": return end
        case ")": return end
        case "." where !isHan && !isBracketed && offset - start <= 2:
            // "3.5 million" is a sum.
            return end < text.count && text.scalar(at: end).scalar.isBlank ? end : nil
        default: return nil
        }
    }

    private static let hanNumbers: Set<Unicode.Scalar> = [
        "一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
    ]
}
