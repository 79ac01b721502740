/// How improbable a character is where it stands, in tenths of a unit: signs inside words, a capital after a small
/// letter, scripts mixed in a word, characters that texts seldom have.
///
/// A misreading has a high cost and what was meant a low one; the difference is what tells them apart. The figures are
/// set by hand, for they must hold for languages and texts no corpus shows; 20 is about the worst that a text as it
/// was meant does once in a hundred thousand lines.
enum NeighbourCost {
    /// The cost of the character at `index`, which must have two neighbours on the left and one on the right. O(1).
    static func cost(_ traits: [CharacterTraits], at index: Int) -> Int {
        let before = traits[index - 1]
        let here = traits[index]
        let after = traits[index + 1]
        if here.isWord { return ofLetter(traits[index - 2], before, here, after) }
        if here.isASCII {
            // "бё11": a Cyrillic letter runs into a figure seldom.
            let joins = here.role == .digit && before.isWord && before.script > CharacterTraits.latin && !before.isASCII
            return joins ? 8 : 0
        }
        if here.role == .digit { return ofForeignDigit(before, here, after) }
        // Signs stand by themselves, but for quotation marks, dashes and the like, and "¿¡".
        let isPile = here.isSign && before.isSign && here.role != before.role
        return ofSign(before, here, after) + (isPile ? 10 : 0)
    }

    private static func ofLetter(
        _ second: CharacterTraits, _ before: CharacterTraits, _ here: CharacterTraits, _ after: CharacterTraits
    ) -> Int {
        var cost = Int(here.rarity) + mixture(before, here)
        if here.tell == .smallCircumflexA, !after.isWord, !after.isASCII { cost += after.isSign ? 20 : 10 }
        if here.isTail, before.isWord, before.tell != .none { cost += 18 }
        switch here.role {
        case .upper:
            if before.role == .digit, !here.isASCII { cost += 5 }
            if before.role == .lower { cost += before.isASCII && here.isASCII ? 3 : 25 }
            if before.tell == .capitalA, !here.isASCII { cost += 18 }
            if here.tell == .capitalCedilla, before.tell == .capitalCircumflexO { cost += 15 }
            if here.tell == .capitalDiaeresisA, !after.isASCII, after.role == .lower || !after.isWord, !after.isBlank {
                cost += 12
            }
            if here.tell == .capitalStrokeD, !after.isWord, !(before.isUpper && second.isUpper) { cost += 8 }
            if here.tell == .capitalA || here.tell == .capitalD, !after.isWord {
                cost += before.isUpper && second.isUpper ? 2 : 16
            }
        case .lower:
            if before.isUpper, second.isUpper, !(before.isASCII && here.isASCII) { cost += 12 }
        case .mark:
            if !before.isWord { cost += before.isBlank || !before.isASCII ? 20 : 8 }
        case .caseless:
            // One letter of a script that nothing around it is of; Han stands so between digits.
            if before.script != here.script, after.script != here.script, here.script != 0 {
                cost += before.isWord || after.isWord ? 20 : before.role == .digit || after.role == .digit ? 0 : 8
            }
        default:
            break
        }
        return cost
    }

    /// Two scripts in one word. "μm" is a unit, and Han beside Latin is common.
    private static func mixture(_ before: CharacterTraits, _ here: CharacterTraits) -> Int {
        guard before.isWord, before.script != here.script, before.script != 0, here.script != 0 else { return 0 }
        let alphabets = CharacterTraits.latin...CharacterTraits.cyrillic
        if alphabets.contains(before.script), alphabets.contains(here.script) { return 40 }
        return before.script == CharacterTraits.eastAsian || here.script == CharacterTraits.eastAsian ? 15 : 20
    }

    /// Digits of other scripts stand among themselves or in words of their script.
    private static func ofForeignDigit(
        _ before: CharacterTraits, _ here: CharacterTraits, _ after: CharacterTraits
    ) -> Int {
        let fits = [before, after].allSatisfy { !$0.isWord && !($0.role == .digit) || $0.script == here.script }
        return fits ? 5 : 35
    }

    private static func ofSign(_ before: CharacterTraits, _ here: CharacterTraits, _ after: CharacterTraits) -> Int {
        let left = before.isWord
        let right = after.isWord
        let leftDigit = before.role == .digit
        let rightDigit = after.role == .digit
        switch here.role {
        case .blank, .digit, .neutral: return 0
        case .noBreak: return left && right ? 7 : before.isBlank || after.isBlank ? 5 : 2
        case .punctuation where here.rarity > 0: return 5 + Int(here.rarity)
        case .punctuation: return left || right ? 5 : before.role == .arithmetic ? 15 : 3
        case .lowQuote:
            if left { return right ? 40 : 10 }
            return before.isBlank ? 2 : before.role == .digit ? 15 : 8
        case .quote, .guillemet:
            if left, right { return 40 }
            if before.role == .arithmetic, after.role == .arithmetic { return 15 }
            if before.tell == .closingGuillemet, here.tell == .openingGuillemet { return 25 }
            if left && rightDigit || leftDigit && right || leftDigit && rightDigit { return 20 }
            if before.isBlank, after.isBlank { return here.role == .guillemet ? 3 : 12 }
            return 2
        case .turnedComma:
            guard left, right else { return 2 }
            return before.isUpper || after.isUpper ? 30 : 12
        case .apostrophe: return left && right ? 0 : before.isBlank && after.isBlank ? 8 : 2
        case .ellipsis: return left && right ? 15 : 2
        case .dash: return left && right ? 6 : left ? 5 : 2
        case .registered:
            if left || leftDigit { return right ? 40 : rightDigit ? 15 : 4 }
            return right ? 10 : 4
        case .degree:
            if leftDigit { return 2 }
            return left ? (right ? 40 : 15) : before.isBlank && after.isUpper ? 3 : 8
        case .ordinal:
            if left, !before.isASCII { return right ? 35 : 15 }
            if leftDigit || left, !right { return 2 }
            return left && right ? 35 : before.isBlank && after.isUpper ? 3 : 10
        case .superscript:
            if leftDigit || left { return right ? 20 : 4 }
            return 8
        case .dagger:
            if right { return left ? 40 : before.isBlank ? 8 : 25 }
            return leftDigit ? 4 : left ? 12 : 8
        case .currency:
            if left { return rightDigit && before.isASCII ? (before.isUpper ? 5 : 12) : 30 }
            return leftDigit || rightDigit ? 2 : right ? 15 : 8
        case .section: return left ? 35 : right ? 15 : 4
        case .inverted: return left ? (right ? 40 : 25) : 2
        case .fraction: return (left ? 30 : leftDigit ? 1 : 3) + (right ? 12 : 0)
        case .micro: return left ? 30 : right ? 2 : 10
        case .middleDot: return left && right ? 6 : left || right ? 12 : 5
        case .accent: return left && right ? 15 : left ? 8 : right ? 10 : 4
        case .arithmetic: return left || right ? 20 : 2
        // Of "√x" and "√π" the letter is no accented one.
        case .root: return left ? 30 : right && !after.isASCII && after.script == CharacterTraits.latin ? 23 : 3
        case .symbol where after.role == .accent: return 4 + (left ? 25 : 0)
        case .symbol: return 12 + (left ? 25 : 0) + (right ? 25 : 0)
        case .picture: return 5 + Int(here.rarity) + (left ? 5 : 0) + (right ? 5 : 0)
        case .box: return 15 + (left ? 15 : 0) + (right ? 15 : 0)
        case .control: return 30
        case .softHyphen: return left && right ? 7 : 15
        case .format: return 8
        case .lost: return 15
        case .unknown: return 60
        case .lower, .upper, .caseless, .mark: return 0
        }
    }
}
