internal import UnicodeText

extension DateToken {
    var isSign: Bool {
        if case .sign = value { true } else { false }
    }
    var isNumber: Bool {
        if case .number = value { true } else { false }
    }
}

/// What the forms of a date ask of the tokens.
extension DateGrammar {
    /// Whether there is anything that each form of a date has one of: a month's name or a word for "month", two like signs
    /// around one word or number, or eight digits in a row. O(tokens).
    var mayHoldDate: Bool {
        tokens.indices.contains { index in
            switch tokens[index].value {
            case .number(_, let digits): return digits == 8
            case .word(_, let meaning):
                guard let meaning else { return false }
                return meaning.isOfMonth
            case .sign(let sign):
                return (sign == "-" || sign == "/" || sign == ".") && index + 2 < tokens.count
                    && !tokens[index + 1].isSign && tokens[index + 2].sign == sign
            }
        }
    }

    /// The number at an index, by its count of digits; a number told by a word counts as two.
    func number(at index: Int, digits: ClosedRange<Int>) -> Int? {
        if digits.contains(2), index < tokens.count, let number = tokens[index].meaning?.number { return number }
        guard index < tokens.count, case .number(let value, let count) = tokens[index].value, digits.contains(count)
        else { return nil }
        return value
    }

    func roles(_ index: Int) -> DateWord.Roles { index < tokens.count ? tokens[index].meaning?.roles ?? [] : [] }

    /// Goes past words and signs of a kind; slashes and dashes only where no blank stands beside them.
    func skip(_ index: inout Int, _ words: DateWord.Roles, signs: [Unicode.Scalar], limit: Int) {
        let last = index + limit
        while index < tokens.count, index < last {
            if let sign = tokens[index].sign {
                guard signs.contains(sign) else { return }
                if sign == "-" || sign == "/" {
                    guard !tokens[index].isSpaced, index + 1 < tokens.count, !tokens[index + 1].isSpaced else { return }
                }
            } else {
                // A month is a month, even if the word has another meaning.
                guard let meaning = tokens[index].meaning, !meaning.roles.isDisjoint(with: words),
                    meaning.months.isEmpty, meaning.yearOffset == nil
                else { return }
            }
            index += 1
        }
    }

    /// Whether the number at an index is the tail of a longer figure: "1.20", "+44-20".
    func continuesNumber(_ index: Int) -> Bool {
        guard index >= 1, !tokens[index].isSpaced else { return false }
        let before = tokens[index - 1]
        if before.isNumber { return true }
        guard let sign = before.sign else { return false }
        if sign == "$" || sign == "€" || sign == "£" || sign == "#" || sign == "+" { return true }
        return index >= 2 && !before.isSpaced && tokens[index - 2].isNumber
            && [".", ",", ":", "/", "-"].contains(sign)
    }

    /// Whether the number at an index goes on behind a sign: "20.5", "20:30", "20-22", "20%".
    func isContinued(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, !tokens[index + 1].isSpaced else { return false }
        let next = tokens[index + 1]
        if next.isNumber { return true }
        guard let sign = next.sign else { return false }
        if sign == "%" || sign == "€" { return true }
        guard index + 2 < tokens.count, !tokens[index + 2].isSpaced, tokens[index + 2].isNumber else { return false }
        return [".", ":", "-"].contains(sign)
    }

    /// A date in each calendar that has the month and believes the year.
    func readings(_ year: Int?, _ months: [DateWord.Month], _ day: Int, from start: Int, to end: Int) -> [DateReading] {
        let range = tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound
        for month in months {
            if let year, !month.years.contains(year) { continue }
            guard month.calendar != .gregorian, let year else {
                let reading = DateReading(year: year, month: month.number, day: day, range: range)
                if reading.isPossible { return [reading] }
                continue
            }
            if let date = CLDRDates.gregorian(
                calendar: month.calendar.rawValue, year: year, month: month.number, day: day)
            {
                return [
                    DateReading(
                        year: date.year, month: date.month, day: date.day, calendar: month.calendar, range: range)
                ]
            }
        }
        return []
    }
}
