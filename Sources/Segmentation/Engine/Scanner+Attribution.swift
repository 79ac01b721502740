internal import UnicodeText

extension Scanner {
    /// Words between a quotation and its verb.
    private static let attributionWords = 8
    private static let attributionReach = 120

    /// Whether the words behind a quotation name its speaker: `"…?" Diallo asked.`
    ///
    /// They begin with a capital that is no sentence starter and reach a verb of speaking before any punctuation.
    /// After a full stop the verb must end the sentence, for there a comma is the rule; in scripts without capitals always.
    func isAttribution(_ candidate: Candidate, _ next: NextToken) -> Bool {
        guard next.kind == .upper || next.kind == .caseless, !next.hasQuote, !next.hasBracket, !next.hasDash,
            !isStarter(next)
        else { return false }
        let mustEnd = candidate.kind == .dot || candidate.kind == .stop || next.kind == .caseless
        var position = next.wordStart
        let limit = min(unit.upperBound, position + Scanner.attributionReach)
        var count = 0
        while position < limit, count < Scanner.attributionWords {
            let word = NextToken(at: position, in: self)
            guard word.kind == .upper || word.kind == .lower || word.kind == .caseless, !word.hasQuote, !word.hasBracket
            else { return false }
            count += 1
            if classes(of: word.word).contains(.quotative), count > 1 {
                guard mustEnd else { return true }
                let end = skipSpace(from: word.wordEnd)
                return end >= unit.upperBound || rules.marks.match(bytes, at: end, limit: unit.upperBound) != nil
            }
            position = word.wordEnd
            if position < unit.upperBound, bytes[position] == 0x2E {
                let isInitial = TokenShape(of: word.word, in: bytes).isSingleLetter
                guard isInitial || words(at: word.word).contains(.title) else { return false }
                position += 1
            }
            while position < limit, bytes[position] == 0x2D || bytes[position] == 0x27 {
                let part = NextToken(at: position + 1, in: self)
                guard part.wordStart == position + 1 else { break }
                position = part.wordEnd
            }
            if position < unit.upperBound, bytes[position] == 0x2C {
                guard !mustEnd, let end = appositionEnd(at: position) else { return false }
                return classes(of: NextToken(at: skipSpace(from: end), in: self).word).contains(.quotative)
            }
            guard characterClass(at: position) == .space else { return false }
            position = skipSpace(from: position)
        }
        return false
    }

    /// Behind the second of two commas that enclose an apposition: `"…?" Mr. Diallo, the minister, asked.`
    private func appositionEnd(at comma: Int) -> Int? {
        var position = comma + 1
        let limit = min(unit.upperBound, comma + Scanner.attributionReach)
        while position < limit {
            switch bytes[position] {
            case 0x2C: return position + 1
            case 0x21, 0x22, 0x2E, 0x3F: return nil
            default: position += 1
            }
        }
        return nil
    }

    /// Whether a speaker is named where words have no spaces: a few characters, then a word of speaking, before any punctuation.
    ///
    /// After a full stop, and where the speaker has many characters, the word must end the sentence: `。”他说。`
    func isSpeech(_ candidate: Candidate) -> Bool {
        guard !rules.speechWords.isEmpty else { return false }
        let mustEnd = has([0xE3, 0x80, 0x82], at: candidate.start)
        var position = candidate.gapEnd
        for count in 0..<24 {
            for word in rules.speechWords where has(word, at: position) {
                if !mustEnd, count < 12 { return true }
                let end = position + word.count
                if end >= unit.upperBound || rules.marks.match(bytes, at: end, limit: unit.upperBound) != nil {
                    return true
                }
            }
            guard let (scalar, length) = character(at: position), isPartOfSpeaker(scalar) else { return false }
            position += length
        }
        return false
    }

    /// Letters, digits, and the space or dot between the parts of a foreign name.
    private func isPartOfSpeaker(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isUnspaced || scalar.isLetter || scalar.basicKind == .digit || scalar == " " || scalar == "\u{B7}"
            || scalar == "\u{30FB}"
    }

    /// Whether a sentence such as 次のように述べた。 announces the quotation behind it, as a colon does elsewhere.
    ///
    /// The announcing word stands in the last clause, within `reach` bytes before the mark.
    func isAnnouncement(_ candidate: Candidate) -> Bool {
        guard !rules.announcements.isEmpty, !candidate.hasQuote, !candidate.hasBracket,
            case .openQuote = characterClass(at: candidate.gapEnd)
        else { return false }
        var position = candidate.start
        let limit = max(sentenceStart, position - Scanner.reach)
        while position > limit, let (scalar, length) = character(before: position) {
            switch CharacterClass(scalar.value) {
            case .continuing, .openQuote, .closeQuote: return false
            default: position -= length
            }
            if rules.announcements.contains(where: { has($0, at: position) }) { return true }
        }
        return false
    }
}
