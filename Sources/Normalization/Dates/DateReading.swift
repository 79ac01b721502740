public import UnicodeText

/// A date, and perhaps a time, read in a text.
public struct DateReading: Hashable, Sendable {
    public var year: Int
    public var month: Int
    public var day: Int
    public var hour: Int?
    public var minute: Int?
    public var second: Int?
    /// Offset from UTC in minutes where the text gives one.
    public var zone: Int?
    /// The bytes of the text it was read from.
    public var range: ByteRange

    /// ISO 8601: `2023-10-20`, `2023-10-20T13:44`, `2023-10-20T13:44:05+08:00`.
    public var iso8601: String {
        func padded(_ value: Int, _ width: Int = 2) -> String {
            let digits = "\(value)"
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        var text = "\(padded(year, 4))-\(padded(month))-\(padded(day))"
        guard let hour, let minute else { return text }
        text += "T\(padded(hour)):\(padded(minute))"
        if let second { text += ":\(padded(second))" }
        if let zone {
            text += zone == 0 ? "Z" : "\(zone < 0 ? "-" : "+")\(padded(abs(zone) / 60)):\(padded(abs(zone) % 60))"
        }
        return text
    }

    var isPossible: Bool {
        guard (1...12).contains(month), (1500...2999).contains(year), day >= 1 else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day <= lengths[month - 1]
    }
}
