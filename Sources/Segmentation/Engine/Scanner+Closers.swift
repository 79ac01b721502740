internal import UnicodeText

extension Scanner {
    /// Whether a closing quote or bracket stands at an offset.
    func closes(at offset: Int) -> Bool {
        switch characterClass(at: offset) {
        case .closeQuote, .closeBracket, .neutralQuote: true
        default: false
        }
    }

    /// Takes the closing quotes, brackets and citation marks behind the marks, then the white space.
    mutating func close(_ candidate: inout Candidate) {
        var position = skipInvisible(from: candidate.markEnd)
        while let (scalar, length) = character(at: position) {
            switch CharacterClass(scalar.value) {
            case .closeBracket:
                candidate.hasBracket = true
            case .closeQuote:
                guard closesQuote(scalar, length, at: position, candidate) else { return finish(&candidate, position) }
                candidate.hasQuote = true
            case .neutralQuote:
                guard closesNeutralQuote(scalar, length, at: position) else { return finish(&candidate, position) }
                candidate.hasQuote = true
            case .openQuote:
                guard closesOpenQuote(length, at: position, candidate) else { return finish(&candidate, position) }
                candidate.hasQuote = true
            case .openBracket:
                guard scalar == "[", let end = citationEnd(at: position) else { return finish(&candidate, position) }
                position = end
                continue
            case .space:
                guard let end = spacedCloserEnd(at: position, candidate) else { return finish(&candidate, position) }
                candidate.hasQuote = true
                position = end
                continue
            default:
                if isSuperscript(scalar) { break }
                return finish(&candidate, position)
            }
            position = skipInvisible(from: position + length)
        }
        finish(&candidate, position)
    }

    private func finish(_ candidate: inout Candidate, _ position: Int) {
        candidate.end = position
        candidate.gapEnd = skipSpace(from: position)
    }

    /// A closing quote by nature, unless it is an apostrophe or opens here ("»" in German).
    private func closesQuote(
        _ scalar: Unicode.Scalar, _ length: Int, at position: Int, _ candidate: Candidate
    ) -> Bool {
        guard let next = character(at: position + length) else { return true }
        if scalar.value == 0x2019 { return !next.scalar.isLetter }
        if scalar.value == 0xBB || scalar.value == 0x203A {
            return !(rules.reversedQuotes && (next.scalar.isLetter || next.scalar.basicKind == .digit))
        }
        return true
    }

    /// `"` and `'` close unless a word follows without space; then the number of quotes before decides.
    private mutating func closesNeutralQuote(_ scalar: Unicode.Scalar, _ length: Int, at position: Int) -> Bool {
        guard let next = character(at: position + length) else { return true }
        guard next.scalar.isLetter || next.scalar.basicKind == .digit else { return true }
        return scalar == "\"" && isInNeutralQuote(at: position)
    }

    /// An opening quote by nature closes where the language writes it so: „gut.“ and »gut.«
    private func closesOpenQuote(_ length: Int, at position: Int, _ candidate: Candidate) -> Bool {
        guard let (scalar, _) = character(at: position) else { return false }
        switch scalar.value {
        case 0x201C, 0x2018: break
        case 0xAB, 0x2039: guard rules.reversedQuotes else { return false }
        default: return false
        }
        guard let next = character(at: position + length) else { return true }
        // Chinese opens with the mark right behind a stop: 。“
        if candidate.kind == .stop { return CharacterClass(next.scalar.value) == .space }
        return !(next.scalar.isLetter || next.scalar.basicKind == .digit)
    }

    /// The end of white space and a closing quote behind it, as French writes: "fin. »".
    private mutating func spacedCloserEnd(at position: Int, _ candidate: Candidate) -> Int? {
        var place = position
        while let (scalar, length) = character(at: place), CharacterClass(scalar.value) == .space { place += length }
        guard let (scalar, length) = character(at: place) else { return nil }
        let next = character(at: place + length)
        let isAttached = next.map { $0.scalar.isLetter || $0.scalar.basicKind == .digit } ?? false
        switch scalar.value {
        case 0xBB, 0x203A:
            return isAttached && rules.reversedQuotes ? nil : place + length
        case 0x29, 0x5D, 0xFF09, 0x300D, 0x300F:
            return place + length
        case 0x201D:
            return isAttached ? nil : place + length
        case 0x22 where !isAttached && isInNeutralQuote(at: place):
            return place + length
        default:
            return nil
        }
    }

    /// The end of a citation mark such as "[12]" or "[3, 5–7]" or "[a]".
    private func citationEnd(at position: Int) -> Int? {
        var place = position + 1
        let limit = min(unit.upperBound, position + 24)
        while place < limit {
            switch bytes[place] {
            case 0x5D: return place > position + 1 ? place + 1 : nil
            case 0x30...0x39, 0x2C, 0x2D, 0x20, 0xE2, 0x80, 0x93, 0x94, 0x2E: place += 1
            case 0x61...0x7A where place == position + 1 && place + 1 < limit && bytes[place + 1] == 0x5D: place += 1
            default: return nil
            }
        }
        return nil
    }

    private func isSuperscript(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xB9, 0xB2, 0xB3, 0x2070, 0x2074...0x2079, 0x2020, 0x2021: true
        default: false
        }
    }
}
