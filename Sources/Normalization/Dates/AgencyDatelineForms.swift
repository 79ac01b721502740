internal import UnicodeText

/// The forms of an agency's dateline among the tokens of a paragraph's start.
struct AgencyDatelineForms {
    let text: UTF8Text
    let tokens: [DateToken]
    let grammar: DateGrammar

    init(text: UTF8Text, tokens: [DateToken], figureOrder: FigureOrder?) {
        self.text = text
        self.tokens = tokens
        grammar = DateGrammar(tokens: tokens, figureOrder: figureOrder)
    }

    func read() -> AgencyDateline? { agencyGlued() ?? bracketFirst() ?? placeFirst() }

    // MARK: 新华社北京10月20日电

    /// Agency, place and date without a sign between, and a word that ends them.
    private func agencyGlued() -> AgencyDateline? {
        var start = 0
        if start < tokens.count, Self.closing(tokens[start].sign) != nil { start += 1 }
        // "据新华社北京10月20日电": "according to".
        if start < tokens.count, roles(start).contains(.joiner) { start += 1 }
        guard start < tokens.count, roles(start).contains(.agency) else { return nil }
        let limit = min(tokens.count, start + 16)
        var index = start + 1
        while index < limit {
            if let found = grammar.dayOfYear(at: index) {
                var end = found.end
                // The hour, or "上午".
                while end < min(tokens.count, found.end + 4), !roles(end).contains(.end),
                    tokens[end].isNumber || tokens[end].meaning != nil
                {
                    end += 1
                }
                guard roles(end).contains(.end) else { return nil }
                var line = AgencyDateline(range: range(0, end + 1))
                line.place = index > start + 1 ? range(start + 1, index) : nil
                line.date = single(found)
                line.agency = tokens[start].range
                line.dash = tokens[end].range
                if let close = groupEnd(end + 1), close - end < 40 { line.range = range(0, close) }
                return line
            }
            guard tokens[index].isWord || tokens[index].sign == "·" || tokens[index].sign == "/" else { return nil }
            index += 1
        }
        return nil
    }

    // MARK: (ANSA) - ROMA, 20 OTT -

    /// A bracket with the agency in it, alone or with the place.
    private func bracketFirst() -> AgencyDateline? {
        guard let close = groupEnd(0), close <= 16 else { return nil }
        guard let agency = (1..<close - 1).first(where: { roles($0).contains(.agency) }) else {
            return placeInBrackets(close)
        }
        let dash = dash(at: close, allowsColon: true)
        if close == 3 {
            guard let dash else { return nil }
            if var line = placeFirst(from: dash.end), line.agency == nil, line.date != nil {
                line.agency = tokens[agency].range
                line.range = tokens[0].range.lowerBound..<line.range.upperBound
                return line
            }
            var line = AgencyDateline(range: range(0, dash.end))
            line.agency = tokens[agency].range
            line.dash = dash.range
            return line
        }
        var placeEnd = 1
        while placeEnd < close - 1, placeEnd != agency, tokens[placeEnd].isWord, grammar.dayOfYear(at: placeEnd) == nil
        {
            placeEnd += 1
        }
        // A credit, "(Jane Doe / AP)", has no dash; Korean and Japanese datelines need none.
        let isMarked = tokens[0].sign == "【" || (1..<close).contains { tokens[$0].sign == "=" }
        guard placeEnd > 1, isPlace(1..<placeEnd), dash != nil || isMarked else { return nil }
        var line = AgencyDateline(range: range(0, dash?.end ?? close))
        line.place = range(1, placeEnd)
        line.agency = tokens[agency].range
        line.dash = dash?.range
        line.date = (placeEnd..<close - 1).lazy.compactMap { grammar.dayOfYear(at: $0).flatMap(single) }.first
        return line
    }

    /// `(Nairobi, October 20, 2023) –`: place and date with its year, nothing else, and a dash.
    private func placeInBrackets(_ close: Int) -> AgencyDateline? {
        guard let dash = dash(at: close, allowsColon: false),
            let start = (2..<close - 1).first(where: { grammar.date(at: $0) != nil }),
            let found = grammar.date(at: start), found.end == close - 1, let date = single(found)
        else { return nil }
        let words = trimmed(1..<start)
        guard tokens[words.upperBound].isSign, isPlace(words) else { return nil }
        var line = AgencyDateline(range: range(0, dash.end))
        line.place = range(words.lowerBound, words.upperBound)
        line.date = date
        line.dash = dash.range
        return line
    }

    // MARK: BEIJING, Oct. 20 (Xinhua) --

    private func placeFirst(from start: Int = 0) -> AgencyDateline? {
        var index = start
        while index < tokens.count, index < start + 16 {
            if index > start, let found = grammar.dayOfYear(at: index) {
                return afterDate(found, place: start..<index)
            }
            if index > start, tokens[index].sign == "[", let end = groupEnd(index), end - index <= 6,
                end < tokens.count, tokens[end].sign == ",", grammar.dayOfYear(at: end + 1) != nil
            {
                // "New Delhi [India], October 20 (ANI):".
                index = end
                continue
            }
            if index > start, let end = groupEnd(index) { return undated(place: start..<index, group: index..<end) }
            if index > start, tokens[index].sign == "-", let dash = dash(at: index, allowsColon: false) {
                return afterDash(dash, place: start..<index)
            }
            guard !tokens[index].isNumber, tokens[index].isWord || isPlaceSign(index) else { return nil }
            index += 1
        }
        return nil
    }

    /// What may follow a dash behind the place: `القاهرة - 20 أكتوبر (د ب أ)-`, `القاهرة - (د ب أ):`.
    private func afterDash(_ dash: (range: ByteRange, end: Int), place: Range<Int>) -> AgencyDateline? {
        if let end = groupEnd(dash.end), let line = undated(place: place, group: dash.end..<end) { return line }
        if dash.end < tokens.count, let found = grammar.dayOfYear(at: dash.end), groupEnd(found.end) != nil {
            return afterDate(found, place: place)
        }
        return bare(place: place, dash: dash)
    }

    /// What may follow the date: an agency in brackets, a dash, a dash and an agency, an agency and a dash.
    private func afterDate(_ first: DateGrammar.Match, place: Range<Int>) -> AgencyDateline? {
        let found = alsoGregorian(first)
        let words = trimmed(place)
        guard isPlace(words), let date = single(found) else { return nil }
        var line = AgencyDateline(range: range(place.lowerBound, found.end))
        line.place = range(words.lowerBound, words.upperBound)
        line.date = date
        // The place is set off by a sign or, in scripts that have them, by capitals.
        let isSetOff =
            tokens[words.upperBound..<place.upperBound].contains { $0.isSign }
            || isCased(words) && isAllCapitals(words)
        var index = found.end
        while index < tokens.count, tokens[index].sign == "." || tokens[index].sign == "," { index += 1 }
        // "2023/APO Group/" has no blank before.
        if let close = groupEnd(index, isGlued: true) {
            guard isAgency(index + 1..<close - 1) else { return nil }
            line.agency = range(index + 1, close - 1)
            let dash = dash(at: close, allowsColon: true) ?? stop(at: close)
            let isKnown = (index + 1..<close - 1).contains { roles($0).contains(.agency) }
            guard isKnown || isSetOff && (dash != nil || !isCased(words)) else { return nil }
            line.dash = dash?.range
            line.range = range(place.lowerBound, dash?.end ?? close)
            return line
        }
        if let agency = knownAgency(at: index) {
            let dash = dash(at: agency.end, allowsColon: true) ?? stop(at: agency.end)
            guard dash != nil || agency.end == tokens.count else { return nil }
            line.agency = agency.range
            line.dash = dash?.range
            line.range = range(place.lowerBound, dash?.end ?? agency.end)
            return line
        }
        guard let dash = dash(at: index, allowsColon: false) else { return nil }
        line.dash = dash.range
        line.range = range(place.lowerBound, dash.end)
        if let agency = knownAgency(at: dash.end),
            let end = self.dash(at: agency.end, allowsColon: true) ?? stop(at: agency.end)
        {
            line.agency = agency.range
            line.range = range(place.lowerBound, end.end)
            return line
        }
        // Without an agency the place must be set off, and look like one.
        guard dash.end == tokens.count || !tokens[dash.end].isNumber else { return nil }
        return isSetOff ? line : nil
    }

    /// A Gregorian date right behind one of another calendar: `5 ربيع الآخر 1445 هـ الموافق 20 أكتوبر 2023 م`.
    private func alsoGregorian(_ found: DateGrammar.Match) -> DateGrammar.Match {
        guard let date = single(found), date.calendar != .gregorian else { return found }
        var index = found.end
        while index < tokens.count, index < found.end + 3,
            tokens[index].sign == "-" || tokens[index].sign == "," || roles(index).contains(.joiner)
        {
            index += 1
        }
        guard let second = grammar.date(at: index), single(second)?.calendar == .gregorian else { return found }
        return second
    }

    /// `NAIROBI, Kenya (AP) —`: the agency must be one that is known, and a dash must follow.
    private func undated(place: Range<Int>, group: Range<Int>) -> AgencyDateline? {
        let words = trimmed(place)
        let inside = group.lowerBound + 1..<group.upperBound - 1
        guard isPlace(words),
            let agency = inside.first(where: { roles($0).contains(.agency) }) ?? initialism(inside, behind: words),
            let dash = dash(at: group.upperBound, allowsColon: true)
        else { return nil }
        // "HAYWARD, Calif.": the stop is the place's own.
        let end = words.upperBound < place.upperBound && tokens[words.upperBound].sign == "." ? 1 : 0
        let others = inside.filter { $0 != agency }
        let date = others.lazy.compactMap { grammar.dayOfYear(at: $0).flatMap(single) }.first
        guard date != nil || isAgency(inside) else { return nil }
        var line = AgencyDateline(range: range(place.lowerBound, dash.end))
        line.place = range(words.lowerBound, words.upperBound + end)
        line.date = date
        line.agency = date == nil ? range(inside.lowerBound, inside.upperBound) : tokens[agency].range
        line.dash = dash.range
        return line
    }

    /// `WASHINGTON —`, `NAIROBI, Kenya —`: capitals and a long dash alone. Two words in capitals ("NASA, ESA —") are a list.
    private func bare(place: Range<Int>, dash: (range: ByteRange, end: Int)) -> AgencyDateline? {
        let words = trimmed(place)
        let first = place.prefix { tokens[$0].isWord || tokens[$0].sign == "." }
        let behind = first.endIndex..<max(first.endIndex, words.upperBound)
        guard isPlace(words), isCased(words), isAllCapitals(first.startIndex..<first.endIndex), isLong(dash.range),
            words.count <= 6, letters(words) >= 4,
            behind.isEmpty || !isAllCapitals(behind) || behind.contains(where: { tokens[$0].sign == "." })
        else { return nil }
        var line = AgencyDateline(range: range(place.lowerBound, dash.end))
        line.place = range(words.lowerBound, words.upperBound)
        line.dash = dash.range
        return line
    }
}
