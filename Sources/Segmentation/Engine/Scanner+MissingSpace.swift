internal import UnicodeText

extension Scanner {
    /// "end.The next": a mark between a small word and a capitalised one, where both are plain words.
    func isMissingSpace(_ candidate: Candidate, _ token: ByteRange, _ next: Unicode.Scalar) -> Bool {
        guard !token.isEmpty, token.count < Scanner.reach, isPlain(before: token.lowerBound) else { return false }
        let left = TokenShape(of: token, in: bytes)
        let after = NextToken(at: candidate.end, in: self)
        guard after.wordStart == candidate.end, after.wordEnd - after.wordStart < Scanner.reach else { return false }
        let right = TokenShape(of: after.word, in: bytes)
        guard isPlain(after: after.wordEnd) else { return false }
        let isStarter = isStarter(after)
        switch next.kind {
        case .upper:
            guard right.lowers >= 1, right.uppers == 1, right.digits == 0 || isStarter else {
                // "XVIII" behind a small word, unless both could be a file's name.
                let isAbroad = bytes[token.lowerBound] >= 0x80 && right.uppers >= 2
                return (isStarter || isAbroad) && left.isLowerWord && left.letters >= 3
            }
            if candidate.kind == .mark { return left.letters >= 2 && left.others == 0 }
            guard left.dots == 0, words(at: token).isDisjoint(with: .abbreviations) else { return false }
            // "bought 1,000.That is": a number of an item or version has fewer digits.
            if left.letters == 0 { return left.digits > 0 && isStarter || left.digits >= 3 && right.letters >= 3 }
            if left.isLowerWord { return left.letters >= 2 }
            return left.letters >= 2 && left.uppers == 1
                && (isStarter || !words(at: after.word).isDisjoint(with: .title))
        case .otherLetter:
            let fewest = candidate.kind == .mark ? 2 : 4
            return left.letters >= fewest && right.letters >= fewest && left.lowers == 0 && left.uppers == 0
                && left.dots == 0 && right.lowers == 0
        default:
            return false
        }
    }

    /// What stands before a plain word: white space, a bracket or quote, or the start.
    private func isPlain(before offset: Int) -> Bool {
        guard let (scalar, _) = character(before: offset) else { return true }
        switch CharacterClass(scalar.value) {
        case .other, .invisible:
            return rules.marks.match(bytes, at: offset - 1, limit: offset) != nil && scalar.value < 0x80
        case .continuing: return scalar != ":"
        default: return scalar != "/"
        }
    }

    /// What stands behind a plain word: white space, punctuation before it, or the end; "Foo.Bar(" is none.
    private func isPlain(after offset: Int) -> Bool {
        guard let (scalar, length) = character(at: offset) else { return true }
        switch CharacterClass(scalar.value) {
        case .space: return true
        case .continuing, .closeQuote, .closeBracket, .neutralQuote: break
        case .dash: return true
        case .other: guard scalar == "." || scalar == "!" || scalar == "?" else { return scalar.value == 0x2019 }
        default: return scalar.value == 0x2019
        }
        guard let behind = character(at: offset + length) else { return true }
        if scalar.value == 0x27 || scalar.value == 0x2019 { return behind.scalar.isLetter }
        return CharacterClass(behind.scalar.value) != .other
    }

    /// A number of a footnote right behind the full stop: "consultation.11 12 Take".
    func citationNumberEnd(_ candidate: Candidate) -> Int? {
        guard candidate.kind == .dot, let (first, _) = character(at: candidate.end), first.basicKind == .digit,
            let (last, _) = character(before: candidate.start)
        else { return nil }
        if last != ")" {
            let range = token(before: candidate.start)
            let shape = TokenShape(of: range, in: bytes)
            guard shape.isLowerWord, shape.letters >= 4, words(at: range).isDisjoint(with: .abbreviations) else {
                return nil
            }
        }
        var position = candidate.end
        var digits = 0
        let limit = min(unit.upperBound, candidate.end + 24)
        while position < limit {
            let byte = bytes[position]
            if byte.isASCIIDigit {
                digits += 1
                if digits > 3 { return nil }
            } else if byte == 0x2C || byte == 0x2D || byte == 0x20 {
                if byte == 0x20, position + 1 < limit, !bytes[position + 1].isASCIIDigit {
                    let next = NextToken(at: skipSpace(from: position), in: self)
                    return next.kind == .upper ? position : nil
                }
                digits = 0
            } else {
                return nil
            }
            position += 1
        }
        return nil
    }
}

extension Unicode.Scalar {
    var isCombining: Bool { kind == .mark }
}
