internal import UnicodeText

extension Scanner {
    /// Decides at one full stop with white space behind it.
    func decideFullStop(_ candidate: Candidate, _ next: NextToken) -> Decision {
        let range = token(before: candidate.start)
        guard !range.isEmpty else { return (true, .fullStop) }
        if isListMarkerAtStart(range, next) { return (false, .listMarker) }
        let listed = words(at: range)
        let shape = TokenShape(of: range, in: bytes)
        let starts = isStarter(next)
        if listed.contains(.exception) { return (false, .exception) }
        if listed.contains(.word) { return (true, .fullStop) }
        if listed.contains(.inner) { return (false, .inner) }
        if listed.contains(.title), next.kind != .other {
            return starts && !beginsName(next) ? (true, .starter) : (false, .title)
        }
        if listed.contains(.number), isNumber(next) { return (false, .beforeNumber) }
        if listed.contains(.final) { return decideFinal(candidate, next, starts) }
        if listed.contains(.ending) { return decideEnding(candidate, next, starts, .mayEnd) }
        if listed.contains(.number), !shape.isSingleLetter { return (true, .fullStop) }
        if shape.isSingleLetter || lastPartIsSingleLetter(range) {
            return decideInitial(candidate, next, starts, range)
        }
        if shape.isDotted { return decideEnding(candidate, next, starts, .acronym) }
        if isOrdinal(range, shape, next, starts) { return (false, .ordinal) }
        if shape.isConsonantAbbreviation, next.kind == .upper, !starts, !next.hasQuote { return (false, .unlisted) }
        return (true, .fullStop)
    }

    /// An abbreviation such as "p.m." that ends a sentence before any capital but those that go on with it.
    private func decideFinal(_ candidate: Candidate, _ next: NextToken, _ starts: Bool) -> Decision {
        if starts { return (true, .starter) }
        switch next.kind {
        case .upper:
            if classes(of: next.word).contains(.follower) { return (false, .mayEnd) }
            if isFronted(until: candidate.start) { return (false, .fronted) }
            return (true, .finalAbbreviation)
        case .caseless, .other: return (true, .finalAbbreviation)
        default: return next.hasQuote ? (true, .quotationAfterAbbreviation) : (false, .mayEnd)
        }
    }

    /// An abbreviation or acronym that ends a sentence only before a word that begins sentences.
    private func decideEnding(
        _ candidate: Candidate, _ next: NextToken, _ starts: Bool, _ rule: BoundaryRule
    ) -> Decision {
        if starts { return (true, .starter) }
        if next.hasInverted { return (true, .starter) }
        let beginsQuotation = next.hasQuote && !next.hasBracket && next.kind == .upper
        if beginsQuotation || candidate.hasQuote { return (true, .quotationAfterAbbreviation) }
        return (false, rule)
    }

    private func decideInitial(
        _ candidate: Candidate, _ next: NextToken, _ starts: Bool, _ range: ByteRange
    ) -> Decision {
        let isWord = classes(of: range).contains(.capital)
        if starts { return beginsName(next) ? (false, .initial) : (true, .starter) }
        if candidate.hasQuote || next.hasInverted { return (true, .fullStop) }
        if next.kind == .other && !next.hasQuote { return (true, .fullStop) }
        // "you and I" (sentence end) and "Albert I. Jones": a name goes before an initial.
        if isWord, next.kind == .upper, !capitalStands(before: range) { return (true, .fullStop) }
        return (false, .initial)
    }

    /// Whether a particle and a name stand here: "M. Le Pen", "G. Di Stefano", "Sr. De la Rúa".
    private func beginsName(_ next: NextToken) -> Bool {
        guard classes(of: next.word).contains(.particle), characterClass(at: next.wordEnd) == .space else {
            return false
        }
        var second = NextToken(at: skipSpace(from: next.wordEnd), in: self)
        if second.kind == .lower, second.word.count <= 3 {
            second = NextToken(at: skipSpace(from: second.wordEnd), in: self)
        }
        return second.kind == .upper && !second.hasQuote
    }

    /// Whether the word before a word begins with a capital.
    private func capitalStands(before range: ByteRange) -> Bool {
        var end = range.lowerBound
        while let (scalar, length) = character(before: end), CharacterClass(scalar.value) == .space { end -= length }
        guard end < range.lowerBound, end > unit.lowerBound else { return false }
        let word = token(before: end)
        guard let (scalar, _) = character(at: word.lowerBound), !word.isEmpty else { return false }
        return scalar.basicKind == .upper
    }

    private func isNumber(_ next: NextToken) -> Bool {
        if next.kind == .digit { return true }
        guard next.kind == .upper, !next.hasQuote else { return false }
        // "Art. IV", "Sec. B", "No. A5"
        if next.word.count == 1 { return !isStarter(next) }
        return isRoman(next.word) || next.word.count <= 4 && bytes[next.wordEnd - 1].isASCIIDigit
    }

    private func isRoman(_ range: ByteRange) -> Bool {
        range.count <= 8
            && range.allSatisfy { index in
                switch bytes[index] {
                case 0x49, 0x56, 0x58, 0x4C, 0x43, 0x44, 0x4D: true
                default: false
                }
            }
    }

    /// "3. Oktober", and where ordinal numbers have a full stop "das 2. Kapitel", "1. -3. Jahrhundert" and
    /// "II. Rákóczi Ferenc", but not "im Jahr 2003. Das".
    private func isOrdinal(_ range: ByteRange, _ shape: TokenShape, _ next: NextToken, _ starts: Bool) -> Bool {
        if shape.isNumber, range.count <= 2, classes(of: next.word).contains(.month) { return true }
        guard rules.ordinals == .dotted else { return false }
        if shape.isNumber {
            if isDate(range, next) { return true }
            guard range.count <= 2 else { return false }
            if next.hasDash, next.kind == .digit { return true }
        } else {
            guard isOrdinalRoman(range) else { return false }
        }
        return next.kind == .upper && !starts && !next.hasQuote
    }

    /// A Roman number as rulers, wars and centuries have; "I." is an initial, and "CD" is none of them.
    private func isOrdinalRoman(_ range: ByteRange) -> Bool {
        (2...6).contains(range.count)
            && range.allSatisfy { bytes[$0] == 0x49 || bytes[$0] == 0x56 || bytes[$0] == 0x58 }
    }

    /// "5. 10. 1990" and Korean "1990. 10. 5. 서울": a number with a full stop between others.
    private func isDate(_ range: ByteRange, _ next: NextToken) -> Bool {
        guard !next.hasQuote, !next.hasBracket, range.count <= 2 || range.count == 4 else { return false }
        if next.kind == .digit, next.word.count <= 2 {
            return next.wordEnd < unit.upperBound && bytes[next.wordEnd] == 0x2E
        }
        guard range.count <= 2, next.kind == .caseless || next.kind == .digit && next.word.count == 4,
            let (space, width) = character(before: range.lowerBound), CharacterClass(space.value) == .space,
            range.lowerBound - width > unit.lowerBound, bytes[range.lowerBound - width - 1] == 0x2E
        else { return false }
        return TokenShape(of: token(before: range.lowerBound - width - 1), in: bytes).isNumber
    }

    /// "At 5 a.m. Mr. Smith": a sentence of few words that begins with a word of time is not complete.
    private func isFronted(until end: Int) -> Bool {
        guard end - sentenceStart <= Scanner.reach else { return false }
        let first = NextToken(at: sentenceStart, in: self)
        guard words(at: first.word).contains(.fronting) else { return false }
        var spaces = 0
        for index in sentenceStart..<end where bytes[index] == 0x20 { spaces += 1 }
        return spaces <= 4
    }
}
