internal import UnicodeText

/// The parts that the forms of an agency's dateline are made of.
extension AgencyDatelineForms {
    func roles(_ index: Int) -> DateWord.Roles { index < tokens.count ? tokens[index].meaning?.roles ?? [] : [] }

    /// The bytes of tokens from one to the one before another.
    func range(_ start: Int, _ end: Int) -> ByteRange {
        tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound
    }

    /// The one reading of a date.
    func single(_ match: DateGrammar.Match) -> DateReading? { match.readings.count == 1 ? match.readings[0] : nil }

    static func closing(_ sign: Unicode.Scalar?) -> Unicode.Scalar? {
        switch sign {
        case "(": ")"
        case "[": "]"
        case "/": "/"
        case "【": "】"
        case "〔": "〕"
        default: nil
        }
    }

    /// Behind the bracket that closes the one at an index; glued, a slash may follow without a blank.
    func groupEnd(_ index: Int, isGlued: Bool = false) -> Int? {
        guard index < tokens.count, let close = Self.closing(tokens[index].sign) else { return nil }
        // A slash within a word is no bracket.
        if close == "/", index > 0, !isGlued, !tokens[index].isSpaced { return nil }
        for next in index + 1..<min(tokens.count, index + 40) where tokens[next].sign == close {
            return next > index + 1 ? next + 1 : nil
        }
        return nil
    }

    /// Dashes, with a full stop or colon before: `--`, `.-`, `፡-`; a colon alone where that is allowed.
    func dash(at start: Int, allowsColon: Bool) -> (range: ByteRange, end: Int)? {
        var index = start
        var hasDash = false
        var hasColon = false
        while index < tokens.count, index < start + 5, let sign = tokens[index].sign {
            guard sign == "-" || sign == "." || sign == ":" || sign == "=" || sign == "।" else { break }
            if sign == "-" || sign == "=" { hasDash = true }
            if sign == ":" || sign == "।" { hasColon = true }
            index += 1
        }
        guard hasDash || hasColon && allowsColon, index > start else { return nil }
        // The hyphen of "Port-au-Prince" is not the dash.
        if index == start + 1, !tokens[start].isSpaced, index < tokens.count, !tokens[index].isSpaced,
            !isLong(tokens[start].range), start > 0, tokens[start - 1].isWord
        {
            return nil
        }
        return (range(start, index), index)
    }

    func stop(at index: Int) -> (range: ByteRange, end: Int)? {
        guard index < tokens.count, tokens[index].sign == "." else { return nil }
        return (tokens[index].range, index + 1)
    }

    /// An em dash, or two of any.
    func isLong(_ range: ByteRange) -> Bool {
        text.scalarCount(in: range) > 1 || text[range] == "—" || text[range] == "―"
    }

    /// The name of an agency the data know, and what is written into it: "РИА Новости", "INTERFAX.RU".
    func knownAgency(at start: Int) -> (range: ByteRange, end: Int)? {
        guard start < tokens.count, roles(start).contains(.agency) else { return nil }
        return (tokens[start].range, start + 1)
    }

    /// A few words within brackets that are neither date nor zone.
    func isAgency(_ inside: Range<Int>) -> Bool {
        guard (1...7).contains(inside.count) else { return false }
        if inside.contains(where: { roles($0).contains(.agency) }) { return true }
        return inside.allSatisfy { index in
            let token = tokens[index]
            if token.isNumber { return false }
            guard let meaning = token.meaning else { return true }
            return meaning.months.isEmpty && meaning.zone == nil && meaning.period == nil
                && meaning.roles.isDisjoint(with: [.weekday, .label, .notPlace, .day, .month, .year])
        } && isName(inside)
    }

    /// `JERUSALEM (JTA) —`: an agency the data do not know, where place and agency are in capitals.
    func initialism(_ inside: Range<Int>, behind place: Range<Int>) -> Int? {
        guard inside.count == 1, let index = inside.first, tokens[index].isWord, isCased(inside), isCased(place),
            isAllCapitals(inside), isAllCapitals(place), (2...6).contains(letters(inside)), letters(place) >= 4
        else { return nil }
        return index
    }

    func isPlaceSign(_ index: Int) -> Bool {
        switch tokens[index].sign {
        case ",", ".", "'", "/", "·", ";": true
        // Only within a word.
        case "-": !tokens[index].isSpaced && index + 1 < tokens.count && !tokens[index + 1].isSpaced
        default: false
        }
    }

    /// Without the signs, little words and weekdays behind the place.
    func trimmed(_ place: Range<Int>) -> Range<Int> {
        var end = place.upperBound
        while end > place.lowerBound + 1 {
            // The stop of "D.C." is the place's own.
            if end - 3 > place.lowerBound, tokens[end - 1].sign == ".", tokens[end - 3].sign == ".",
                !tokens[end - 2].isSpaced
            {
                break
            }
            // So is the bracket of "New Delhi [India]".
            if tokens[end - 1].sign == "]" { break }
            let isBeside = tokens[end - 1].isSign || !roles(end - 1).isDisjoint(with: [.joiner, .weekday, .day])
            guard isBeside, tokens[end - 1].meaning?.months.isEmpty ?? true else { break }
            end -= 1
        }
        return place.lowerBound..<end
    }

    /// A few words that could name a place.
    func isPlace(_ words: Range<Int>) -> Bool {
        guard let first = words.first, tokens[first].isWord, words.count <= 12, isName(words) else { return false }
        if words.contains(where: { roles($0).contains(.notPlace) || roles($0).contains(.label) }) { return false }
        let telling = words.filter {
            tokens[$0].isWord && roles($0).isDisjoint(with: [.joiner, .weekday, .clock, .day, .month, .year])
        }
        let limit = isCased(words) ? 7 : 5
        let count = words.count { tokens[$0].isWord && !isUnspaced($0) }
        return !telling.isEmpty && count <= limit
            && text.scalarCount(in: range(words.lowerBound, words.upperBound)) <= 60
    }

    /// Capitals at the head of all but little words, in scripts that have them.
    private func isName(_ words: Range<Int>) -> Bool {
        guard let first = words.first, kind(first) != .lower else { return false }
        return words.allSatisfy { index in
            !tokens[index].isWord || kind(index) != .lower || text.scalarCount(in: tokens[index].range) <= 3
        }
    }

    func isCased(_ words: Range<Int>) -> Bool { words.contains { kind($0) == .upper } }

    func isAllCapitals(_ words: Range<Int>) -> Bool {
        words.allSatisfy { index in
            !tokens[index].isWord
                || text[tokens[index].range].placedScalars.allSatisfy { $0.scalar.kind != .lower }
        }
    }

    func letters(_ words: Range<Int>) -> Int {
        words.reduce(0) { $0 + (tokens[$1].isWord ? text.scalarCount(in: tokens[$1].range) : 0) }
    }

    private func isUnspaced(_ index: Int) -> Bool {
        text.scalar(at: tokens[index].range.lowerBound).scalar.isUnspaced
    }

    private func kind(_ index: Int) -> Unicode.Scalar.Kind {
        text.scalar(at: tokens[index].range.lowerBound).scalar.kind
    }
}
