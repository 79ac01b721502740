public import UnicodeText

/// Reads dates and times out of a line: "October 20, 2023 13:44", "20 octobre 2023", "20.10.2023", "2023年10月20日",
/// "2023-10-20T13:44Z".
///
/// A date in figures whose order cannot be known (03/04/2023) gives both readings, day first and then month first.
public struct DateReader: Sendable {
    private let months: MonthNames

    /// A reader for dates in a language, and in English.
    public init(language: LanguageTag) { months = MonthNames(language) }

    /// The readings of the first date in a text; empty if there is none. O(n).
    public func readings(in text: UTF8Text) -> [DateReading] {
        // A date has digits; most lines have none.
        guard text.placedScalars.contains(where: { $0.scalar.digitValue != nil }) else { return [] }
        let tokens = DateToken.tokens(of: text, months: months)
        for start in tokens.indices {
            for pattern in Self.patterns {
                let found = pattern(tokens[start...])
                let possible = found.filter { $0.date.isPossible }
                if possible.isEmpty { continue }
                return possible.map { withTime($0.date, tokens, from: $0.end, before: start) }
            }
        }
        return []
    }

    private typealias Found = (date: DateReading, end: Int)
    private static let patterns: [@Sendable (ArraySlice<DateToken>) -> [Found]] = [
        iso, chinese, dayMonthYear, monthDayYear, figures,
    ]

    private static func date(_ year: Int, _ month: Int, _ day: Int, _ tokens: ArraySlice<DateToken>, _ end: Int)
        -> Found
    {
        let range = tokens[tokens.startIndex].range.lowerBound..<tokens[end - 1].range.upperBound
        return (DateReading(year: year, month: month, day: day, range: range), end)
    }

    /// `2023-10-20`, also with slashes or full stops.
    private static func iso(_ tokens: ArraySlice<DateToken>) -> [Found] {
        let start = tokens.startIndex
        guard tokens.count >= 5, case .number(let year, digits: 4) = tokens[start].value,
            case .sign(let first) = tokens[start + 1].value, ["-", "/", "."].contains(first),
            case .number(let month, let monthDigits) = tokens[start + 2].value, monthDigits <= 2,
            tokens[start + 3].value == .sign(first),
            case .number(let day, let dayDigits) = tokens[start + 4].value, dayDigits <= 2
        else { return [] }
        return [date(year, month, day, tokens, start + 5)]
    }

    /// `2023年10月20日`.
    private static func chinese(_ tokens: ArraySlice<DateToken>) -> [Found] {
        let start = tokens.startIndex
        guard tokens.count >= 6, case .number(let year, digits: 4) = tokens[start].value,
            tokens[start + 1].value == .sign("年"), case .number(let month, _) = tokens[start + 2].value,
            tokens[start + 3].value == .sign("月"), case .number(let day, _) = tokens[start + 4].value,
            tokens[start + 5].value == .sign("日")
        else { return [] }
        return [date(year, month, day, tokens, start + 6)]
    }

    /// `20 October 2023`, `20 de outubro de 2023`, `1er octobre 2023`.
    private static func dayMonthYear(_ tokens: ArraySlice<DateToken>) -> [Found] {
        var index = tokens.startIndex
        guard case .number(let day, let digits) = tokens[index].value, digits <= 2 else { return [] }
        index += 1
        skip(&index, in: tokens, words: ordinals, signs: [".", "º", "°"])
        skip(&index, in: tokens, words: joiners, signs: [])
        guard index < tokens.endIndex, case .month(let month) = tokens[index].value else { return [] }
        index += 1
        skip(&index, in: tokens, words: joiners, signs: [",", "."])
        guard index < tokens.endIndex, case .number(let year, digits: 4) = tokens[index].value else { return [] }
        return [date(year, month, day, tokens, index + 1)]
    }

    /// `October 20, 2023`, `Oct. 20 2023`.
    private static func monthDayYear(_ tokens: ArraySlice<DateToken>) -> [Found] {
        var index = tokens.startIndex
        guard case .month(let month) = tokens[index].value else { return [] }
        index += 1
        skip(&index, in: tokens, words: [], signs: ["."])
        guard index < tokens.endIndex, case .number(let day, let digits) = tokens[index].value, digits <= 2 else {
            return []
        }
        index += 1
        skip(&index, in: tokens, words: ordinals, signs: [","])
        guard index < tokens.endIndex, case .number(let year, digits: 4) = tokens[index].value else { return [] }
        return [date(year, month, day, tokens, index + 1)]
    }

    /// `20.10.2023` (day first by custom), `20/10/2023`, `10/20/2023`; both orders where both are possible.
    private static func figures(_ tokens: ArraySlice<DateToken>) -> [Found] {
        let start = tokens.startIndex
        guard tokens.count >= 5, case .number(let first, let firstDigits) = tokens[start].value, firstDigits <= 2,
            case .sign(let sign) = tokens[start + 1].value, ["/", ".", "-"].contains(sign),
            case .number(let second, let secondDigits) = tokens[start + 2].value, secondDigits <= 2,
            tokens[start + 3].value == .sign(sign), case .number(let year, digits: 4) = tokens[start + 4].value
        else { return [] }
        let dayFirst = date(year, second, first, tokens, start + 5)
        let monthFirst = date(year, first, second, tokens, start + 5)
        return sign == "." || first == second ? [dayFirst] : [dayFirst, monthFirst]
    }

    private static let ordinals: Set<UTF8Text> = ["st", "nd", "rd", "th", "er", "º", "ª", "e"]
    private static let joiners: Set<UTF8Text> = ["de", "of", "del", "da"]

    private static func skip(
        _ index: inout Int, in tokens: ArraySlice<DateToken>, words: Set<UTF8Text>, signs: Set<Unicode.Scalar>
    ) {
        guard index < tokens.endIndex else { return }
        switch tokens[index].value {
        case .word(let word) where words.contains(word): index += 1
        case .sign(let sign) where signs.contains(sign): index += 1
        default: break
        }
    }

    /// Adds a time that follows within a few tokens, or stands just before.
    private func withTime(_ date: DateReading, _ tokens: [DateToken], from end: Int, before start: Int) -> DateReading {
        var index = end
        while index < tokens.count, index - end <= 4 {
            if let time = ClockReading.read(tokens, at: index) { return time.added(to: date) }
            // Only little words and signs may stand between: "at", "à", ",", "|", "T".
            switch tokens[index].value {
            case .number, .month: return date
            case .word(let word) where word.scalarCount > 9: return date
            default: index += 1
            }
        }
        for back in 1...6 where start - back >= 0 {
            if let time = ClockReading.read(tokens, at: start - back), time.end <= start { return time.added(to: date) }
        }
        return date
    }
}
