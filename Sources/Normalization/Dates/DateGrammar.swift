internal import UnicodeText

/// The forms of a date among the tokens of a line.
///
/// Every form looks at a few tokens from where it starts, so that reading a line is O(number of tokens).
struct DateGrammar {
    /// The readings of one date, and the token behind it.
    struct Match {
        var readings: [DateReading]
        var end: Int
    }

    let tokens: [DateToken]
    let figureOrder: FigureOrder?

    /// A date with its year that starts at a token.
    func date(at start: Int) -> Match? {
        compactDate(at: start) ?? isoDate(at: start) ?? yearMonthDay(at: start) ?? dayMonth(at: start, needsYear: true)
            ?? monthDay(at: start, needsYear: true) ?? figures(at: start)
    }

    /// A date that starts at a token, with its year or without.
    func dayOfYear(at start: Int) -> Match? {
        date(at: start) ?? dayMonth(at: start, needsYear: false) ?? monthDay(at: start, needsYear: false)
            ?? monthDayInSigns(at: start)
    }

    // MARK: Months by name

    /// `20 October 2023`, `20 de outubro de 2023`, `1er octobre`, `20-го октября 2023 г.`, `20 ga Oktoba, 2023`.
    private func dayMonth(at start: Int, needsYear: Bool) -> Match? {
        guard let day = number(at: start, digits: 1...2), !continuesNumber(start) else { return nil }
        var index = start + 1
        skip(&index, [.ordinal, .day], signs: [".", "º", "°", "ª", "-"], limit: 3)
        skip(&index, .joiner, signs: [",", "-", "/"], limit: 4)
        guard let month = month(at: index) else { return nil }
        return withYear(day: day, month, from: start, needsYear: needsYear)
    }

    /// `October 20, 2023`, `Oct. 20`, `ጥቅምት 9 ቀን 2016 ዓ.ም`.
    private func monthDay(at start: Int, needsYear: Bool) -> Match? {
        guard let month = month(at: start) else { return nil }
        var index = month.end
        skip(&index, .day, signs: [".", ",", ":", "-"], limit: 2)
        guard let day = number(at: index, digits: 1...2), !isContinued(index) else { return nil }
        index += 1
        skip(&index, [.ordinal, .day], signs: [], limit: 2)
        return withYear(day: day, (month.months, index), from: start, needsYear: needsYear)
    }

    /// Adds the year that follows day and month, or does without.
    private func withYear(
        day: Int, _ month: (months: [DateWord.Month], end: Int), from start: Int, needsYear: Bool
    ) -> Match? {
        var index = month.end
        skip(&index, [.joiner, .year, .month], signs: [".", ",", "/", "-", ":"], limit: 5)
        if let year = year(at: index, isAfterName: true) {
            var end = year.end
            skip(&end, .year, signs: [], limit: 2)
            let found = readings(year.value, month.months, day, from: start, to: end)
            if !found.isEmpty { return Match(readings: found, end: end) }
        }
        guard !needsYear else { return nil }
        let gregorian = month.months.filter { $0.calendar == .gregorian }
        let found = readings(nil, gregorian, day, from: start, to: month.end)
        return found.isEmpty ? nil : Match(readings: found, end: month.end)
    }

    /// `2023年10月20日`, `2023. október 20.`, `令和5年10月20日`.
    private func yearMonthDay(at start: Int) -> Match? {
        guard let year = year(at: start, isAfterName: false), !continuesNumber(start) else { return nil }
        var index = year.end
        skip(&index, .year, signs: [".", ",", "-", "/"], limit: 3)
        guard let month = month(at: index) ?? numberedMonth(at: index) else { return nil }
        index = month.end
        skip(&index, [.month, .joiner], signs: [".", ",", "-", "/"], limit: 3)
        guard let day = number(at: index, digits: 1...2), !isContinued(index) else { return nil }
        index += 1
        skip(&index, .day, signs: [], limit: 1)
        let found = readings(year.value, month.months, day, from: start, to: index)
        return found.isEmpty ? nil : Match(readings: found, end: index)
    }

    /// `10月20日`: both signs must be there.
    private func monthDayInSigns(at start: Int) -> Match? {
        guard !continuesNumber(start), let month = numberedMonth(at: start),
            let day = number(at: month.end, digits: 1...2), roles(month.end + 1).contains(.day)
        else { return nil }
        let end = month.end + 2
        let found = readings(nil, month.months, day, from: start, to: end)
        return found.isEmpty ? nil : Match(readings: found, end: end)
    }

    /// A month by its name, with a word for "month" before it or without; `mwezi wa 10`; `أكتوبر/تشرين الأول`, by two names.
    private func month(at start: Int) -> (months: [DateWord.Month], end: Int)? {
        guard start < tokens.count else { return nil }
        if let months = tokens[start].meaning?.months, !months.isEmpty {
            if start + 2 < tokens.count, tokens[start + 1].sign == "/" || tokens[start + 1].sign == "(",
                let second = tokens[start + 2].meaning?.months, second.first?.number == months.first?.number
            {
                let isOpen = tokens[start + 1].sign == "("
                guard isOpen else { return (months, start + 3) }
                if start + 3 < tokens.count, tokens[start + 3].sign == ")" { return (months, start + 4) }
            }
            return (months, start + 1)
        }
        guard roles(start).contains(.month) else { return nil }
        var index = start + 1
        skip(&index, .joiner, signs: [], limit: 1)
        guard index < tokens.count else { return nil }
        if let months = tokens[index].meaning?.months, !months.isEmpty { return (months, index + 1) }
        guard let value = number(at: index, digits: 1...2) else { return nil }
        return ([Self.gregorian(value)], index + 1)
    }

    /// `10月`.
    private func numberedMonth(at index: Int) -> (months: [DateWord.Month], end: Int)? {
        guard let value = number(at: index, digits: 1...2), roles(index + 1).contains(.month) else { return nil }
        return ([Self.gregorian(value)], index + 2)
    }

    private static func gregorian(_ month: Int) -> DateWord.Month {
        DateWord.Month(calendar: .gregorian, number: month, years: 1500...2399)
    }

    /// Four digits; a number behind the name of an era; behind a month's name also `’23` and, as in `20-Oct-23`, `-23`.
    private func year(at index: Int, isAfterName: Bool) -> (value: Int, end: Int)? {
        guard index < tokens.count else { return nil }
        if let offset = tokens[index].meaning?.yearOffset, let value = number(at: index + 1, digits: 1...4) {
            return (value + offset, index + 2)
        }
        if let value = number(at: index, digits: 4...4) { return isContinued(index) ? nil : (value, index + 1) }
        guard isAfterName else { return nil }
        if tokens[index].sign == "'", let value = number(at: index + 1, digits: 2...2), !tokens[index + 1].isSpaced {
            return (Self.fullYear(value), index + 2)
        }
        if index >= 2, let value = number(at: index, digits: 2...2), tokens[index - 1].sign == "-",
            !tokens[index].isSpaced, !isContinued(index)
        {
            return (Self.fullYear(value), index + 1)
        }
        return nil
    }

    /// The century of POSIX: 69 to 99 are of the twentieth, 0 to 68 of the twenty-first.
    static func fullYear(_ twoDigits: Int) -> Int { twoDigits >= 69 ? 1900 + twoDigits : 2000 + twoDigits }
}
