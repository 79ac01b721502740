internal import UnicodeText

/// What begins behind a candidate and its white space.
struct NextToken {
    enum Kind {
        case upper, lower, digit
        /// A letter of a script without case.
        case caseless
        /// A comma or closing mark, with which the sentence goes on.
        case continuing
        case other
        case end
    }

    private(set) var kind = Kind.end
    private(set) var hasQuote = false
    private(set) var hasBracket = false
    private(set) var hasDash = false
    private(set) var hasInverted = false
    /// Where its first letter or digit is, behind quotes, brackets and dashes.
    private(set) var wordStart: Int
    /// Behind the last letter, digit, apostrophe or hyphen of its first word.
    private(set) var wordEnd: Int

    init(at start: Int, in scanner: borrowing Scanner) {
        var position = start
        wordStart = start
        wordEnd = start
        scan: while let (scalar, length) = scanner.character(at: position) {
            switch CharacterClass(scalar.value) {
            case .space where position > start, .invisible: break
            case .openQuote, .neutralQuote: hasQuote = true
            case .openBracket: hasBracket = true
            case .inverted: hasInverted = true
            case .dash: hasDash = true
            case .closeQuote:
                // Only where the language opens with it, or where a word is attached.
                guard let next = scanner.character(at: position + length),
                    CharacterClass(next.scalar.value) == .closeQuote
                        || next.scalar.isLetter || next.scalar.basicKind == .digit
                else {
                    kind = .continuing
                    return
                }
                hasQuote = true
            case .continuing, .closeBracket:
                kind = .continuing
                return
            default:
                // "pas rire... !", "42 hab. /km²", "2012 жыл. №590"
                if position == start, scalar == "!" || scalar == "?" || scalar == "/" || scalar == "№" {
                    kind = .continuing
                    return
                }
                break scan
            }
            position += length
            if position - start > Scanner.reach { break }
        }
        wordStart = position
        wordEnd = position
        guard let (first, length) = scanner.character(at: position) else { return }
        switch first.basicKind {
        case .upper: kind = .upper
        case .lower: kind = .lower
        case .digit: kind = .digit
        case .otherLetter: kind = .caseless
        default: kind = .other
        }
        wordEnd = position + length
        while wordEnd - wordStart < Scanner.reach, let (scalar, length) = scanner.character(at: wordEnd) {
            switch scalar.basicKind {
            case .lower, .upper, .otherLetter, .mark, .digit: wordEnd += length
            default: return
            }
        }
    }

    var word: ByteRange { wordStart..<wordEnd }
}
