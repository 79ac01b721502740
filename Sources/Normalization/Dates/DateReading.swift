public import UnicodeText

/// A date, and perhaps a time, read in a text.
public struct DateReading: Hashable, Sendable {
    /// Gregorian year; `nil` where the text gives day and month alone, as agencies do.
    public var year: Int?
    public var month: Int
    public var day: Int
    public var hour: Int?
    public var minute: Int?
    public var second: Int?
    /// Offset from UTC in minutes where the text gives one.
    public var zone: Int?
    /// The calendar the text counts by; the fields above are Gregorian whatever it is.
    public var calendar: DateCalendar
    /// The bytes of the text it was read from.
    public var range: ByteRange

    public init(year: Int?, month: Int, day: Int, calendar: DateCalendar = .gregorian, range: ByteRange) {
        self.year = year
        self.month = month
        self.day = day
        self.calendar = calendar
        self.range = range
    }

    /// ISO 8601: `2023-10-20`, `2023-10-20T13:44`, `2023-10-20T13:44:05+08:00`.
    ///
    /// A date without a year is `XXXX-10-20`, the year being unspecified (ISO 8601-2:2019, Extended Date/Time Format).
    public var iso8601: String {
        func padded(_ value: Int, _ width: Int = 2) -> String {
            let digits = "\(value)"
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        var text = "\(year.map { padded($0, 4) } ?? "XXXX")-\(padded(month))-\(padded(day))"
        guard let hour, let minute else { return text }
        text += "T\(padded(hour)):\(padded(minute))"
        if let second { text += ":\(padded(second))" }
        if let zone {
            text += zone == 0 ? "Z" : "\(zone < 0 ? "-" : "+")\(padded(abs(zone) / 60)):\(padded(abs(zone) % 60))"
        }
        return text
    }

    var isPossible: Bool {
        guard (1...12).contains(month), day >= 1 else { return false }
        if let year, !(1500...2999).contains(year) { return false }
        let isLeap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day <= lengths[month - 1]
    }
}
