internal import UnicodeText

/// Which apostrophes of a language stand at the beginning or end of a word, and which are letters.
struct ApostropheRules: Sendable {
    /// Words that begin with an apostrophe: "tis", or "y*" for all that begin so.
    private let initial: [Pattern]
    /// Words that end in one: "o", or "*s".
    private let final: [Pattern]
    private let letters: [(before: UTF8Text, after: UTF8Text)]

    private enum Pattern: Sendable {
        case word(UTF8Text)
        case prefix(UTF8Text)
        case suffix(UTF8Text)

        init(_ text: UTF8Text) {
            if text.bytes.last == UInt8(ascii: "*") {
                self = .prefix(text[0..<text.count - 1])
            } else if text.bytes.first == UInt8(ascii: "*") {
                self = .suffix(text[1..<text.count])
            } else {
                self = .word(text)
            }
        }

        func matches(_ word: [UInt8]) -> Bool {
            switch self {
            case .word(let text): word == text.bytes
            case .prefix(let text): word.starts(with: text.bytes)
            case .suffix(let text): word.count >= text.count && word.suffix(text.count).elementsEqual(text.bytes)
            }
        }
    }

    init(_ data: ConventionData) {
        initial = data.words("initial-apostrophe").compactMap(\.first).map(Pattern.init)
        final = data.words("final-apostrophe").compactMap(\.first).map(Pattern.init)
        letters = data.words("letter-apostrophe").compactMap { words in
            guard let line = words.first, let gap = line.bytes.firstIndex(of: UInt8(ascii: "_")) else { return nil }
            return (line[0..<gap], line[gap + 1..<line.count])
        }
    }

    var hasLetters: Bool { !letters.isEmpty }

    /// Whether the word that begins at an offset begins with an apostrophe; a decade does in every language ("’90s").
    func isInitial(before offset: Int, in text: UTF8Text) -> Bool {
        let word = text.wordBytes(after: offset)
        if word.isEmpty { return false }
        return Self.isDecade(word) || initial.contains { $0.matches(word) }
    }

    /// Whether the word that ends at an offset may end in an apostrophe.
    func mayBeFinal(after offset: Int, in text: UTF8Text) -> Bool {
        let word = text.wordBytes(before: offset)
        return !word.isEmpty && final.contains { $0.matches(word) }
    }

    /// Whether an apostrophe at a place is a letter of the language.
    func isLetter(_ range: ByteRange, in text: UTF8Text) -> Bool {
        if letters.isEmpty { return false }
        let before = text.wordBytes(before: range.lowerBound)
        let after = text.wordBytes(after: range.upperBound)
        return letters.contains { rule in
            let isBefore =
                rule.before == "*"
                ? !before.isEmpty
                : before.count >= rule.before.count && before.suffix(rule.before.count).elementsEqual(rule.before.bytes)
            let isAfter = rule.after == "*" ? !after.isEmpty : after.starts(with: rule.after.bytes)
            return isBefore && isAfter
        }
    }

    private static func isDecade(_ word: [UInt8]) -> Bool {
        func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
        return word.count >= 2 && isDigit(word[0]) && isDigit(word[1])
            && (word.count == 2 || word.count == 3 && word[2] == UInt8(ascii: "s"))
    }
}

extension UTF8Text {
    /// Longest stretch of a word that is looked at; keeps a text that is one word from costing quadratic time.
    private static var maximumWord: Int { 24 }

    /// The letters, marks and digits from an offset on, in simple case folding; at most 24.
    func wordBytes(after offset: Int) -> [UInt8] {
        var word: [UInt8] = []
        var position = offset
        var count = 0
        while position < self.count, count < Self.maximumWord {
            let (scalar, length) = scalar(at: position)
            guard scalar.isWordPart else { break }
            word.append(scalar.simpleFold)
            position += length
            count += 1
        }
        return word
    }

    /// The letters, marks and digits before an offset, in simple case folding; at most 24.
    func wordBytes(before offset: Int) -> [UInt8] {
        var scalars: [Unicode.Scalar] = []
        var position = offset
        while position > 0, scalars.count < Self.maximumWord {
            let (scalar, length) = scalar(before: position)
            guard scalar.isWordPart else { break }
            scalars.append(scalar.simpleFold)
            position -= length
        }
        var word: [UInt8] = []
        for scalar in scalars.reversed() { word.append(scalar) }
        return word
    }
}

extension Unicode.Scalar {
    /// A letter, mark or digit.
    var isWordPart: Bool {
        switch kind {
        case .upper, .lower, .otherLetter, .mark, .digit, .otherNumber: true
        default: false
        }
    }
}
