internal import UnicodeText

/// What can be counted in a line without knowing its language.
struct LineFeatures {
    let text: UTF8Text
    let folded: UTF8Text
    /// Code points.
    let scalars: Int
    /// Words; in scripts without spaces two characters make one.
    let words: Int
    /// Letters, marks and digits.
    let letters: Int
    let digits: Int
    let capitalizedWords: Int
    let endsSentence: Bool
    let endsInColon: Bool
    let hasInnerPunctuation: Bool
    /// Signs that menus put between their entries.
    let separators: Int
    /// Words that make what ends like a sentence one.
    static let sentenceWords = 7
    var isSentence: Bool { endsSentence && words >= Self.sentenceWords }
    let isUnspaced: Bool

    init(_ text: UTF8Text) {
        self.text = text
        folded = (try? CaseMapping.fold(text)) ?? text
        let count = Count(text)
        scalars = count.scalars
        words = count.unspaced * 2 > count.letters ? max(count.words, count.letters / 2) : count.words
        letters = count.letters
        digits = count.digits
        capitalizedWords = count.capitalized
        hasInnerPunctuation = count.inner > 0
        separators = count.separators
        isUnspaced = count.unspaced * 2 > count.letters
        endsSentence = Self.endsSentence(text)
        endsInColon = !text.isEmpty && text.scalar(before: text.count).scalar.isColon
    }

    private struct Count {
        var scalars = 0
        var words = 0
        var letters = 0
        var digits = 0
        var capitalized = 0
        var inner = 0
        var separators = 0
        var unspaced = 0
        /// Whether a letter now would go on with a word: after a letter, an apostrophe or a hyphen.
        private var isInWord = false

        init(_ text: UTF8Text) {
            text.bytes.withUnsafeBufferPointer { bytes in
                if isASCII(bytes) { return take(ASCIICount(UnsafeRawBufferPointer(bytes)), scalars: bytes.count) }
                var offset = 0
                while offset < bytes.count {
                    let byte = bytes[offset]
                    if byte < 0x80 {
                        take(ascii: byte)
                        offset += 1
                    } else {
                        let (scalar, length) = decodeScalar(bytes, at: offset)
                        take(scalar)
                        offset += length
                    }
                }
            }
        }

        private mutating func take(_ count: ASCIICount, scalars: Int) {
            self.scalars = scalars
            words = count.words
            letters = count.letters
            digits = count.digits
            capitalized = count.capitalized
            inner = count.inner
            separators = count.separators
        }

        private mutating func take(ascii byte: UInt8) {
            scalars += 1
            switch byte {
            case 0x61...0x7A: letter(isUpper: false)
            case 0x41...0x5A: letter(isUpper: true)
            case 0x30...0x39:
                digits += 1
                letter(isUpper: false)
            case 0x27, 0x2D: isInWord = true
            case 0x2C, 0x3B:
                inner += 1
                isInWord = false
            case 0x7C, 0x2F, 0x3E:
                separators += 1
                isInWord = false
            default: isInWord = false
            }
        }

        private mutating func take(_ scalar: Unicode.Scalar) {
            scalars += 1
            switch scalar.kind {
            case .upper: letter(isUpper: true)
            case .lower, .otherLetter, .mark:
                if scalar.isUnspaced { unspaced += 1 }
                letter(isUpper: false)
            case .digit:
                digits += 1
                letter(isUpper: false)
            default:
                isInWord = scalar == "’"
                switch scalar {
                case "，", "；", "、", "،", "؛", "፣", "፤": inner += 1
                default: if scalar.isMenuSeparator { separators += 1 }
                }
            }
        }

        private mutating func letter(isUpper: Bool) {
            letters += 1
            if !isInWord {
                words += 1
                if isUpper { capitalized += 1 }
            }
            isInWord = true
        }
    }

    /// A terminal mark at the end, closing quotes and brackets aside.
    private static func endsSentence(_ text: UTF8Text) -> Bool {
        var end = text.count
        while end > 0 {
            let (scalar, length) = text.scalar(before: end)
            switch scalar {
            case "\"", "'", "”", "’", "»", "›", ")", "]", "」", "』", "）", " ", "\u{A0}", "\u{202F}":
                end -= length
            case ".", "!", "?", "…", "。", "！", "？", "؟", "۔", "።", "፧", "፨", "।", "॥", "‼", "⁇":
                return true
            case "፡":
                return end > 3 && text.scalar(before: end - length).scalar == "፡"
            default:
                return false
            }
        }
        return false
    }
}

extension Unicode.Scalar {
    /// A colon in any script: also the Ethiopic preface colon, colon and the word space typed for one.
    var isColon: Bool {
        switch self {
        case ":", "：", "፡", "፦", "፥": true
        default: false
        }
    }
}
