internal import UnicodeText

/// A time of day among the tokens of a line: "13:44", "1:44:05 p.m. GMT", "13h44", "13:44 +0800".
struct ClockReading {
    private var hour: Int
    private var minute: Int
    private var second: Int?
    private var zone: Int?
    private(set) var end: Int
    private var range: ByteRange

    static func read(_ tokens: [DateToken], at start: Int) -> ClockReading? {
        guard start + 2 < tokens.count, case .number(let hour, let digits) = tokens[start].value, digits <= 2, hour < 24
        else { return nil }
        switch tokens[start + 1].value {
        case .sign(":"), .word("h"): break
        case .sign("."): break
        default: return nil
        }
        guard case .number(let minute, digits: 2) = tokens[start + 2].value, minute < 60,
            tokens[start + 1].range.lowerBound == tokens[start].range.upperBound
                || tokens[start + 1].value == .word("h"),
            tokens[start + 2].range.lowerBound <= tokens[start + 1].range.upperBound + 1
        else { return nil }
        var time = ClockReading(
            hour: hour, minute: minute, end: start + 3,
            range: tokens[start].range.lowerBound..<tokens[start + 2].range.upperBound)
        time.readSecond(tokens)
        time.readHalfOfDay(tokens)
        time.readZone(tokens)
        time.range = time.range.lowerBound..<tokens[time.end - 1].range.upperBound
        return time
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

    private mutating func readSecond(_ tokens: [DateToken]) {
        guard end + 1 < tokens.count, tokens[end].value == .sign(":"),
            case .number(let second, digits: 2) = tokens[end + 1].value, second < 61
        else { return }
        self.second = second
        end += 2
        // Fractions of a second say nothing to a newsroom.
        if end + 1 < tokens.count, tokens[end].value == .sign("."), case .number = tokens[end + 1].value { end += 2 }
    }

    private mutating func readHalfOfDay(_ tokens: [DateToken]) {
        guard hour <= 12, end < tokens.count, case .word(let word) = tokens[end].value else { return }
        var next = end + 1
        let isAfternoon: Bool
        switch word.description {
        case "pm": isAfternoon = true
        case "am": isAfternoon = false
        case "p", "a":
            guard end + 2 < tokens.count, tokens[end + 1].value == .sign("."), tokens[end + 2].value == .word("m")
            else {
                return
            }
            isAfternoon = word == "p"
            next = end + 3
            if next < tokens.count, tokens[next].value == .sign(".") { next += 1 }
        default: return
        }
        hour = hour % 12 + (isAfternoon ? 12 : 0)
        end = next
    }

    private mutating func readZone(_ tokens: [DateToken]) {
        guard end < tokens.count else { return }
        var next = end
        var isNamed = false
        if case .word(let word) = tokens[next].value, ["gmt", "utc", "z"].contains(word) {
            isNamed = true
            next += 1
        }
        if next + 1 < tokens.count, case .sign(let sign) = tokens[next].value, ["+", "-", "−"].contains(sign),
            case .number(let value, let digits) = tokens[next + 1].value, digits == 2 || digits == 4 || isNamed
        {
            var minutes = digits == 4 ? value / 100 * 60 + value % 100 : value * 60
            next += 2
            if digits <= 2, next + 1 < tokens.count, tokens[next].value == .sign(":"),
                case .number(let more, digits: 2) = tokens[next + 1].value
            {
                minutes += more
                next += 2
            }
            guard minutes <= 14 * 60 else { return }
            zone = sign == "+" ? minutes : -minutes
            end = next
        } else if isNamed {
            zone = 0
            end = next
        }
    }
}
