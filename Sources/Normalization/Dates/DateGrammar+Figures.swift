internal import UnicodeText

/// Dates in figures alone.
extension DateGrammar {
    /// `20231020T134405Z`, the basic form of ISO 8601; eight digits alone could be anything.
    func compactDate(at start: Int) -> Match? {
        guard let value = number(at: start, digits: 8...8), start + 2 < tokens.count, !continuesNumber(start),
            case .word("t", _) = tokens[start + 1].value, !tokens[start + 1].isSpaced,
            case .number(_, digits: 4...6) = tokens[start + 2].value, !tokens[start + 2].isSpaced
        else { return nil }
        let date = DateReading(
            year: value / 10_000, month: value / 100 % 100, day: value % 100, range: tokens[start].range)
        return date.isPossible ? Match(readings: [date], end: start + 1) : nil
    }

    /// `2023-10-20`, `2023/10/20`, `2023. 10. 20.`
    func isoDate(at start: Int) -> Match? {
        guard let year = number(at: start, digits: 4...4), let sign = separator(start + 1),
            let month = number(at: start + 2, digits: 1...2), separator(start + 3) == sign,
            let day = number(at: start + 4, digits: 1...2), isTight(start, through: start + 4, after: sign),
            !continuesNumber(start), !isContinued(start + 4)
        else { return nil }
        let date = reading(year, month, day, start)
        return date.isPossible ? Match(readings: [date], end: start + 5) : nil
    }

    /// `20.10.2023` (day first by custom), `20/10/2023`, `10/20/2023`; both orders where both are possible, the
    /// language's own first.
    ///
    /// Two digits of a year are taken only where one order alone is possible and the language writes such dates.
    func figures(at start: Int) -> Match? {
        guard let first = number(at: start, digits: 1...2), let sign = separator(start + 1),
            let second = number(at: start + 2, digits: 1...2), separator(start + 3) == sign,
            let last = number(at: start + 4, digits: 2...4), isTight(start, through: start + 4, after: sign),
            !continuesNumber(start), !isContinued(start + 4)
        else { return nil }
        var found: [DateReading]
        switch tokens[start + 4].value {
        case .number(_, digits: 4):
            let dayFirst = reading(last, second, first, start)
            let monthFirst = reading(last, first, second, start)
            found =
                sign == "." || first == second
                ? [dayFirst]
                : figureOrder?.order == .monthFirst ? [monthFirst, dayFirst] : [dayFirst, monthFirst]
        case .number(_, digits: 2):
            found = shortFigures(first, second, last, sign, start)
        default: return nil
        }
        found = found.filter(\.isPossible)
        return found.isEmpty ? nil : Match(readings: found, end: start + 5)
    }

    private func shortFigures(_ first: Int, _ second: Int, _ last: Int, _ sign: Unicode.Scalar, _ start: Int)
        -> [DateReading]
    {
        if sign == "." {
            guard figureOrder?.order == .dayFirst, figureOrder?.separator == "." else { return [] }
            return [reading(Self.fullYear(last), second, first, start)]
        }
        guard sign == "/" else { return [] }
        var all = [
            reading(Self.fullYear(last), second, first, start), reading(Self.fullYear(last), first, second, start),
        ]
        if figureOrder?.order == .yearFirst { all.append(reading(Self.fullYear(first), second, last, start)) }
        let possible = Set(all.filter(\.isPossible))
        return possible.count == 1 ? Array(possible) : []
    }

    private func reading(_ year: Int, _ month: Int, _ day: Int, _ start: Int) -> DateReading {
        DateReading(
            year: year, month: month, day: day,
            range: tokens[start].range.lowerBound..<tokens[start + 4].range.upperBound)
    }

    private func separator(_ index: Int) -> Unicode.Scalar? {
        guard index < tokens.count, let sign = tokens[index].sign, ["-", "/", "."].contains(sign) else { return nil }
        return sign
    }

    /// No blanks between the figures, but behind full stops, as in Korean.
    private func isTight(_ start: Int, through end: Int, after sign: Unicode.Scalar) -> Bool {
        (start + 1...end).allSatisfy { index in
            !tokens[index].isSpaced || sign == "." && !tokens[index].isSign
        }
    }
}
