internal import UnicodeText

/// What can be counted in a line without knowing its language.
struct LineFeatures {
    let text: UTF8Text
    let folded: UTF8Text
    let scalars: Int
    let words: Int
    let letters: Int
    let capitalizedWords: Int
    let endsSentence: Bool
    let hasInnerPunctuation: Bool
    /// Signs that menus put between their entries.
    let separators: Int
    let isUnspaced: Bool

    init(_ text: UTF8Text) {
        self.text = text
        folded = (try? CaseMapping.fold(text)) ?? text
        var scalars = 0
        var words = 0
        var letters = 0
        var capitalized = 0
        var inner = 0
        var separators = 0
        var unspaced = 0
        var previousIsLetter = false
        for placed in text.placedScalars {
            scalars += 1
            let scalar = placed.scalar
            let kind = scalar.kind
            let isLetter = scalar.isLetter || kind == .mark || kind == .digit
            if isLetter {
                letters += 1
                if scalar.isUnspaced { unspaced += 1 }
                if !previousIsLetter {
                    words += 1
                    if kind == .upper { capitalized += 1 }
                }
            }
            switch scalar {
            case ",", ";", "，", "；", "、", "،", "؛", "፣", "፤": inner += 1
            case "|", "·", "•", "›", "»", "/", ">", "│", "｜": separators += 1
            default: break
            }
            previousIsLetter = isLetter || scalar == "'" || scalar == "’" || scalar == "-"
        }
        self.scalars = scalars
        // Two characters make a word where words are not spaced.
        self.words = unspaced * 2 > letters ? max(words, letters / 2) : words
        self.letters = letters
        capitalizedWords = capitalized
        hasInnerPunctuation = inner > 0
        self.separators = separators
        isUnspaced = unspaced * 2 > letters
        endsSentence = Self.endsSentence(text)
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
