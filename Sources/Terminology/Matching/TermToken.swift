internal import UnicodeText

/// A word of a term or a text, or one character of a script without spaces.
struct TermToken {
    /// Bytes of the text.
    let range: ByteRange
    /// Case-folded.
    let folded: UTF8Text
    /// What stands before it, made comparable: blanks and hyphens are one blank, apostrophes are `'`.
    let gap: UTF8Text

    static func tokens(of text: UTF8Text) -> [TermToken] {
        var tokens: [TermToken] = []
        var gap: [UInt8] = []
        var offset = 0
        while offset < text.count {
            let (scalar, length) = text.scalar(at: offset)
            guard isWordCharacter(scalar) else {
                append(scalar, to: &gap)
                offset += length
                continue
            }
            let start = offset
            offset += length
            if !scalar.isUnspaced {
                while offset < text.count {
                    let (next, length) = text.scalar(at: offset)
                    guard isWordCharacter(next), !next.isUnspaced else { break }
                    offset += length
                }
            } else {
                // A vowel or tone sign of Thai, Lao, Khmer or Burmese belongs to the letter before it.
                while offset < text.count, text.scalar(at: offset).scalar.kind == .mark {
                    offset += text.scalar(at: offset).length
                }
            }
            let word = text[start..<offset]
            tokens.append(
                TermToken(
                    range: start..<offset, folded: (try? CaseMapping.fold(word)) ?? word, gap: UTF8Text(unchecked: gap))
            )
            gap.removeAll(keepingCapacity: true)
        }
        return tokens
    }

    /// The apostrophe between two words, straight or curly.
    static let apostrophe: UTF8Text = "'"

    private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return scalar.value >= 0x61 && scalar.value <= 0x7A || scalar.value >= 0x41 && scalar.value <= 0x5A
                || scalar.value >= 0x30 && scalar.value <= 0x39
        }
        switch scalar.kind {
        case .upper, .lower, .otherLetter, .mark, .digit, .otherNumber: return true
        default: return scalar == "\u{200C}" || scalar == "\u{200D}"
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to gap: inout [UInt8]) {
        switch scalar {
        case _ where scalar.isBlank:
            if gap.last != 0x20 { gap.append(0x20) }
        case "-", "\u{2010}", "\u{2011}", "\u{AD}":
            if gap.last != 0x20 { gap.append(0x20) }
        case "'", "’", "‘", "ʼ", "`", "´":
            gap.append(0x27)
        default:
            gap.append(scalar)
        }
    }
}
