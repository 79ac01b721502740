internal import UnicodeText

/// A time of day among the tokens of a line: "13:44", "1:44:05 p.m. GMT", "13h44", "下午1时44分", "saa 7:44 mchana".
struct ClockReading {
    private var hour = 0
    private var minute = 0
    private var second: Int?
    private var zone: Int?
    private var period: DayPeriod?
    /// Whether a word such as "saa" says that this is a time.
    private var isMarked = false
    /// The token behind the time.
    private(set) var end: Int
    private var range: ByteRange = 0..<0
    private let tokens: [DateToken]
    /// Whether the T of ISO 8601 stands before it.
    private let isISO: Bool

    private init(tokens: [DateToken], start: Int) {
        self.tokens = tokens
        end = start
        if start > 0, start < tokens.count, !tokens[start].isSpaced, case .word("t", nil) = tokens[start - 1].value {
            isISO = true
        } else {
            isISO = false
        }
    }

    /// The time that starts at a token; looks at no more than some twenty tokens.
    static func read(_ tokens: [DateToken], at start: Int) -> ClockReading? {
        var time = ClockReading(tokens: tokens, start: start)
        time.readWords(limit: 3)
        let first = time.end
        guard time.readFigures() else { return time.readDigits() ? time.closed(from: first) : nil }
        time.readWords(limit: 4)
        time.readZone()
        time.readWords(limit: 1)
        guard time.applyPeriod() else { return nil }
        return time.closed(from: start)
    }

    func added(to date: DateReading) -> DateReading {
        var date = date
        date.hour = hour
        date.minute = minute
        date.second = second
        date.zone = zone
        date.range = min(date.range.lowerBound, range.lowerBound)..<max(date.range.upperBound, range.upperBound)
        return date
    }

    private func closed(from start: Int) -> ClockReading {
        var time = self
        time.range = tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound
        return time
    }

    // MARK: Parts

    private func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
        guard index < tokens.count, case .number(let value, let count) = tokens[index].value, digits.contains(count)
        else { return nil }
        return value
    }

    private func roles(_ index: Int) -> DateWord.Roles {
        index < tokens.count ? tokens[index].meaning?.roles ?? [] : []
    }

    private func isTight(_ index: Int) -> Bool { index < tokens.count && !tokens[index].isSpaced }

    /// Parts of the day and words such as "saa", "Uhr", "h".
    private mutating func readWords(limit: Int) {
        for _ in 0..<limit {
            guard end < tokens.count, let meaning = tokens[end].meaning else { return }
            if let found = meaning.period {
                guard period == nil else { return }
                period = found
            } else if !meaning.roles.isDisjoint(with: [.clock, .hour]) {
                isMarked = true
            } else {
                return
            }
            end += 1
        }
    }

    private mutating func readFigures() -> Bool {
        if readFourDigits() { return true }
        guard let hour = number(end, digits: 1...2), hour < 24, end == 0 || !isTailOfNumber(end) else { return false }
        self.hour = hour
        let isWord = roles(end + 1).contains(.hour)
        if let sign = end + 1 < tokens.count ? tokens[end + 1].sign : nil, sign == ":" || sign == ".",
            isTight(end + 1), isTight(end + 2), let minute = number(end + 2, digits: 2...2), minute < 60
        {
            // "1.44.2" is a version.
            if sign == ".", isTight(end + 3), isTight(end + 4), tokens[end + 3].sign == ".", tokens[end + 4].isNumber {
                return false
            }
            self.minute = minute
            end += 3
            if sign == ":" { readSecond() }
            return true
        }
        if isWord {
            end += 2
            if let minute = number(end, digits: 1...2), minute < 60,
                roles(end + 1).contains(.minute) || isTight(end) || number(end, digits: 2...2) != nil
            {
                self.minute = minute
                end += 1
                if roles(end).contains(.minute) { end += 1 }
                readSecond()
            }
            isMarked = true
            return true
        }
        // "1 p.m.", "saa 2 asubuhi".
        guard end + 1 < tokens.count, tokens[end + 1].meaning?.period != nil || period != nil && isMarked else {
            return false
        }
        end += 1
        return true
    }

    /// `1909 GMT`: four digits alone are a time only before a zone.
    private mutating func readFourDigits() -> Bool {
        guard let value = number(end, digits: 4...4), value / 100 < 24, value % 100 < 60, end + 1 < tokens.count,
            tokens[end + 1].meaning?.zone != nil
        else { return false }
        hour = value / 100
        minute = value % 100
        end += 1
        return true
    }

    /// `134405` behind the T of ISO 8601's basic form.
    private mutating func readDigits() -> Bool {
        guard end > 0, case .word("t", _) = tokens[end - 1].value, isTight(end), end < tokens.count,
            case .number(let value, let digits) = tokens[end].value, digits == 4 || digits == 6
        else { return false }
        let minutes = digits == 6 ? value / 100 : value
        guard minutes / 100 < 24, minutes % 100 < 60, digits == 4 || value % 100 <= 60 else { return false }
        hour = minutes / 100
        minute = minutes % 100
        if digits == 6 { second = value % 100 }
        end += 1
        readZone()
        return true
    }

    private func isTailOfNumber(_ index: Int) -> Bool {
        guard !tokens[index].isSpaced, let sign = tokens[index - 1].sign, index >= 2 else { return false }
        return tokens[index - 2].isNumber && (sign == ":" || sign == ".")
    }

    private mutating func readSecond() {
        if end < tokens.count, tokens[end].sign == ":", isTight(end + 1), let second = number(end + 1, digits: 2...2),
            second <= 60
        {
            self.second = second
            end += 2
            // Fractions of a second say nothing to a newsroom.
            if end < tokens.count, tokens[end].sign == ".", isTight(end), isTight(end + 1),
                number(end + 1, digits: 1...99) != nil
            {
                end += 2
            }
        } else if let second = number(end, digits: 1...2), second <= 60, roles(end + 1).contains(.second) {
            self.second = second
            end += 2
        }
    }

    /// The hour of the 24-hour clock; hours counted from six o'clock are taken only where a word marks them as hours.
    private mutating func applyPeriod() -> Bool {
        guard let period else { return true }
        guard hour <= 12 else { return true }
        if period.countsFromSix, !isMarked || hour == 0 { return false }
        hour = period.hour24(hour)
        return true
    }

    // MARK: Zone

    /// "GMT", "GMT+3", "+08:00", "(EAT)"; an abbreviation of several meanings is passed over.
    private mutating func readZone() {
        var next = end
        let isBracketed = next < tokens.count && tokens[next].sign == "("
        if isBracketed { next += 1 }
        var named: DateWord.Zone?
        if next < tokens.count, let zone = tokens[next].meaning?.zone {
            named = zone
            next += 1
        }
        var offset: Int?
        if named == nil || named == .offset(0), let found = readOffset(next, isNamed: named != nil) {
            offset = found.minutes
            next = found.end
        }
        guard named != nil || offset != nil else { return }
        if isBracketed {
            guard next < tokens.count, tokens[next].sign == ")" else { return }
            next += 1
        }
        if let offset {
            zone = offset
        } else if case .offset(let minutes) = named {
            zone = minutes
        }
        end = next
    }

    /// `+08:00`, `+0800`; behind a name, or right behind the time, also `+8`.
    private func readOffset(_ index: Int, isNamed: Bool) -> (minutes: Int, end: Int)? {
        guard index + 1 < tokens.count, let sign = tokens[index].sign, sign == "+" || sign == "-", isTight(index + 1),
            let value = number(index + 1, digits: 1...4)
        else { return nil }
        var minutes = value * 60
        var next = index + 2
        if number(index + 1, digits: 4...4) != nil {
            minutes = value / 100 * 60 + value % 100
        } else if next < tokens.count, tokens[next].sign == ":", isTight(next), isTight(next + 1),
            let more = number(next + 1, digits: 2...2), more < 60
        {
            // "09:00-12:00" is from nine to twelve.
            guard isNamed || sign == "+" || isISO || second != nil else { return nil }
            minutes += more
            next += 2
        } else {
            guard number(index + 1, digits: 1...2) != nil, isNamed || sign == "+" && isTight(index) else { return nil }
        }
        guard minutes <= 14 * 60 else { return nil }
        return (sign == "+" ? minutes : -minutes, next)
    }
}
