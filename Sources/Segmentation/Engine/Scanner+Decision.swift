internal import UnicodeText

extension Scanner {
    typealias Decision = (isBreak: Bool, rule: BoundaryRule)

    /// Decides at a candidate behind which the unit goes on.
    mutating func decide(_ candidate: inout Candidate) -> Decision {
        if isInsideQuotation(candidate) { return (false, .insideQuotation) }
        if !candidate.hasGap, candidate.end > candidate.markEnd, isMark(at: candidate.end) {
            return (false, .continued)
        }
        if candidate.hasQuote || candidate.hasBracket,
            isContinuation(at: candidate.gapEnd, afterDot: candidate.kind == .dot)
        {
            return (false, .continuation)
        }
        if candidate.kind == .stop { return decideStop(candidate) }
        guard candidate.hasGap else { return decideAttached(&candidate) }
        let next = NextToken(at: candidate.gapEnd, in: self)
        if next.kind == .continuing { return (false, .continued) }
        if isAside(candidate) { return (false, .aside) }
        if candidate.isOmission { return (false, .omission) }
        if next.kind == .lower, !startsListItem(next), !mayBreakBeforeLower(candidate, next) {
            return (false, .lowerCase)
        }
        if candidate.hasQuote, isAttribution(candidate, next) { return (false, .attribution) }
        switch candidate.kind {
        case .mark:
            let token = token(before: candidate.markEnd)
            if !candidate.hasQuote, !words(at: token).isDisjoint(with: [.ending, .inner, .title, .exception]) {
                return isStarter(next) ? (true, .starter) : (false, .mayEnd)
            }
            return (true, .mark)
        case .ellipsis:
            if next.kind == .upper, !candidate.hasQuote, characterClass(before: candidate.start) == .space,
                classes(of: next.word).contains(.capital)
            {
                return (false, .omission)
            }
            return (true, .ellipsis)
        default:
            return decideFullStop(candidate, next)
        }
    }

    /// "(!)" and "[...]", which stand for themselves.
    private func isAside(_ candidate: Candidate) -> Bool {
        guard candidate.hasBracket else { return false }
        return characterClass(before: candidate.start) == .openBracket
    }

    /// Marks that need no white space behind them: 。 ። ।
    private func decideStop(_ candidate: Candidate) -> Decision {
        // "12．5" and "۱۔۲"
        if !candidate.hasGap, let last = character(before: candidate.start), last.scalar.basicKind == .digit,
            let next = character(at: candidate.end), next.scalar.basicKind == .digit
        {
            return (false, .insideToken)
        }
        if NextToken(at: candidate.gapEnd, in: self).kind == .continuing { return (false, .continued) }
        if isInsideTitle(candidate) { return (false, .insideTitle) }
        if isAnnouncement(candidate) { return (false, .announced) }
        if candidate.hasQuote {
            if isSpeech(candidate) { return (false, .attribution) }
            if isAttribution(candidate, NextToken(at: candidate.gapEnd, in: self)) { return (false, .attribution) }
        }
        return (true, .stop)
    }

    /// Whether a title in angle brackets goes on or ends right behind the mark: 《摔跤吧！爸爸》
    private func isInsideTitle(_ candidate: Candidate) -> Bool {
        guard !candidate.hasGap else { return false }
        if candidate.end > candidate.markEnd {
            let last = character(before: candidate.end)?.scalar.value
            return last == 0x300B || last == 0x3009
        }
        var position = candidate.end
        for _ in 0..<20 {
            guard let (scalar, length) = character(at: position) else { return false }
            if scalar.value == 0x300B || scalar.value == 0x3009 { return true }
            guard scalar.isUnspaced else { return false }
            position += length
        }
        return false
    }

    /// Whether another mark that ends sentences stands at an offset: `!”.`
    private func isMark(at offset: Int) -> Bool {
        switch rules.marks.match(bytes, at: offset, limit: unit.upperBound)?.kind {
        case nil, .bullet, .bracket: false
        default: true
        }
    }

    /// Whether a word stands at an offset that goes on with the sentence after a quotation, such as Japanese "と"
    /// or Amharic "ሲል". Where words have spaces, it must be the whole word.
    private func isContinuation(at offset: Int, afterDot: Bool) -> Bool {
        for word in rules.continuations where has(word, at: offset) {
            if afterDot, rules.words.classes(of: word).contains(.quotative) { continue }
            guard let (next, _) = character(at: offset + word.count) else { return true }
            let (first, _) = decodeScalar(word, at: 0)
            if first.isUnspaced { return !rules.unspacedStarters.contains { has($0, at: offset) } }
            if !(next.isLetter || next.kind == .mark) { return true }
        }
        return false
    }

    /// A mark with something right behind it: inside a token, or a missing space.
    private func decideAttached(_ candidate: inout Candidate) -> Decision {
        guard let (next, _) = character(at: candidate.end) else { return (false, .insideToken) }
        if candidate.end == candidate.markEnd || candidate.hasQuote || candidate.hasBracket {
            if let end = citationNumberEnd(candidate) {
                candidate.end = end
                candidate.gapEnd = skipSpace(from: end)
                return (true, .citation)
            }
        }
        let token = token(before: candidate.start)
        if next.isUnspaced, !next.isCombining {
            if candidate.kind == .dot, let last = character(before: candidate.start)?.scalar, !last.isUnspaced {
                return (false, .insideToken)
            }
            if candidate.kind == .ellipsis { return (false, .omission) }
            return candidate.hasQuote && isSpeech(candidate) ? (false, .attribution) : (true, .stop)
        }
        if candidate.hasQuote, next.kind == .upper { return (true, .missingSpace) }
        guard candidate.end == candidate.markEnd, candidate.kind != .ellipsis else { return (false, .insideToken) }
        return isMissingSpace(candidate, token, next) ? (true, .missingSpace) : (false, .insideToken)
    }

    /// Whether an address of the web begins here.
    private func isLink(_ next: NextToken) -> Bool {
        let word = bytes[next.word]
        return word.elementsEqual("http".utf8) || word.elementsEqual("https".utf8) || word.elementsEqual("www".utf8)
    }

    /// Whether a word begins here that is small at the start of a sentence too, behind its apostrophe: Dutch "'s Avonds".
    private func isElided(_ next: NextToken) -> Bool {
        guard next.hasQuote, classes(of: next.word).contains(.elided),
            let quote = character(before: next.wordStart)?.scalar,
            quote == "'" || quote == "\u{2019}", characterClass(at: next.wordEnd) == .space
        else { return false }
        return NextToken(at: skipSpace(from: next.wordEnd), in: self).kind == .upper
    }

    /// Whether one of the next two words is a verb of speaking.
    private func isQuotativeNear(_ next: NextToken) -> Bool {
        if classes(of: next.word).contains(.quotative) { return true }
        let second = NextToken(at: skipSpace(from: next.wordEnd), in: self)
        return classes(of: second.word).contains(.quotative)
    }

    /// Whether a word in lower case begins a sentence here.
    private func mayBreakBeforeLower(_ candidate: Candidate, _ next: NextToken) -> Bool {
        if isLink(next) || isElided(next) { return true }
        guard rules.breaksBeforeLowerCase, !candidate.hasQuote, !candidate.hasBracket, !next.hasDash else {
            return false
        }
        if candidate.kind == .mark {
            // "Leave me alone! he yelled."
            return words(at: token(before: candidate.markEnd)).isEmpty && !isQuotativeNear(next)
        }
        guard candidate.kind == .dot else { return false }
        let range = token(before: candidate.start)
        let shape = TokenShape(of: range, in: bytes)
        guard shape.letters >= (next.hasQuote ? 3 : 4), shape.vowels > 0, shape.digits == 0, shape.dots == 0,
            words(at: range).isDisjoint(with: .abbreviations.union(.exception))
        else { return false }
        // A name is less sure to be no abbreviation than a small word.
        return shape.lowers == shape.letters
            || shape.uppers == 1 && (next.hasQuote || classes(of: next.word).contains(.starter))
    }
}
