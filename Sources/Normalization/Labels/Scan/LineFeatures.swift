internal import UnicodeText

/// What can be counted in a line without knowing its language.
struct LineFeatures {
    /// Code points.
    @Count32 private(set) var scalars = 0
    /// Words; in scripts without spaces two characters make one.
    @Count32 private(set) var words = 0
    /// Letters, marks and digits.
    @Count32 private(set) var letters = 0
    @Count32 private(set) var digits = 0
    @Count32 private(set) var capitalizedWords = 0
    private(set) var endsSentence = false
    private(set) var endsInColon = false
    private(set) var lastByte: UInt8?
    /// Whether it opens as an item of a list does (`ListRule`).
    private(set) var startsItem = false
    private(set) var hasInnerPunctuation = false
    /// Signs that menus put between their entries.
    @Count32 private(set) var separators = 0
    /// Words that make what ends like a sentence one.
    static let sentenceWords = 7
    var isSentence: Bool { endsSentence && words >= Self.sentenceWords }
    private(set) var isUnspaced = false

    init() {}

    init(_ text: UTF8Text) { self = text.borrowed { LineScan($0).features } }

    /// - Parameter counted: what was counted in a line of ASCII.
    init(_ text: BorrowedText, _ counted: ASCIIScan) {
        scalars = text.count
        words = counted.words
        letters = counted.letters
        digits = counted.digits
        capitalizedWords = counted.capitalized
        hasInnerPunctuation = counted.inner > 0
        separators = counted.separators
        endsSentence = Self.endsSentence(text)
        endsInColon = text.bytes.last == UInt8(ascii: ":")
        look(at: text)
    }

    /// For a line that is not all ASCII.
    init(other text: BorrowedText) {
        let count = Count(text.bytes)
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
        look(at: text)
    }

    private mutating func look(at text: BorrowedText) {
        lastByte = text.bytes.last
        // The strokes of an address part nothing.
        if separators > 0, text.isAddress { separators = 0 }
        startsItem = ListRule.startsItem(text, endsSentence: endsSentence)
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

        init(_ bytes: UnsafeBufferPointer<UInt8>) {
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
    private static func endsSentence(_ text: BorrowedText) -> Bool {
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
