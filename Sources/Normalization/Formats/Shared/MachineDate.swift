internal import UnicodeText

/// Dates as formats write them for machines: ISO 8601 (extended and basic), RFC 5322, IPTC 7901 and ANPA-1312.
enum MachineDate {
    /// ISO 8601 in the form of `DateReading`: to the second where one is given, with an offset only where there is one.
    static func iso8601(_ text: UTF8Text) -> String? {
        // No such date is longer.
        let bytes = Array(text.trimmed(text.all).isEmpty ? [] : text.trimmed.bytes.prefix(80))
        var cursor = DateCursor(bytes)
        return cursor.iso() ?? cursor.mail() ?? cursor.wire() ?? cursor.agency()
    }

    /// Month of an English abbreviation or name.
    static func month(_ word: [UInt8]) -> Int? {
        guard word.count >= 3 else { return nil }
        let key = word.prefix(3).map { $0 | 0x20 }
        // German and French agencies write their own where they differ.
        switch String(decoding: key, as: UTF8.self) {
        case "jan": return 1
        case "feb": return 2
        case "mar": return 3
        case "apr": return 4
        case "may", "mai": return 5
        case "jun": return 6
        case "jul": return 7
        case "aug": return 8
        case "sep": return 9
        case "oct", "okt": return 10
        case "nov": return 11
        case "dec", "dez": return 12
        default: return nil
        }
    }
}

/// Reads a machine's date from left to right; each form begins at the first byte.
private struct DateCursor {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// `2023-10-20`, `2023-10-20T13:44:05.123+08:00`, `20231020T134405Z`.
    mutating func iso() -> String? {
        offset = 0
        guard let year = number(4) else { return nil }
        let isExtended = skip("-")
        guard let month = number(2), skip("-") == isExtended, let day = number(2) else { return nil }
        guard offset < bytes.count else { return date(year, month, day) }
        guard skip("T") || skip("t") || skip(" "), let hour = number(2) else { return nil }
        _ = skip(":")
        guard let minute = number(2) else { return nil }
        var second: Int?
        if skip(":") || peekIsDigit {
            guard let value = number(2) else { return nil }
            second = value
            if skip(".") || skip(",") {
                while peekIsDigit { offset += 1 }
            }
        }
        _ = skip(" ")
        let zone = zone()
        guard offset == bytes.count else { return nil }
        return date(year, month, day, hour, minute, second, zone)
    }

    /// `Fri, 20 Oct 2023 13:44:05 +0000 (UTC)` (RFC 5322, section 3.3 and its obsolete zones).
    mutating func mail() -> String? {
        offset = 0
        skipLetters()
        _ = skip(",")
        skipBlanks()
        guard let day = number(1...2) else { return nil }
        skipBlanks()
        if skip("-") { skipBlanks() }
        guard let month = MachineDate.month(word()) else { return nil }
        skipBlanks()
        if skip("-") { skipBlanks() }
        guard var year = number(2...4) else { return nil }
        if year < 50 { year += 2000 } else if year < 1000 { year += 1900 }
        skipBlanks()
        guard let hour = number(1...2), skip(":"), let minute = number(2) else { return date(year, month, day) }
        var second: Int?
        if skip(":") { second = number(2) }
        skipBlanks()
        return date(year, month, day, hour, minute, second, zone())
    }

    /// `201344 Oct 23`: day, hour and minute in one (IPTC 7901, post-text).
    mutating func wire() -> String? {
        offset = 0
        guard let day = number(2), let hour = number(2), let minute = number(2) else { return nil }
        let zone = zone()
        skipBlanks()
        guard let month = MachineDate.month(word()) else { return nil }
        skipBlanks()
        guard let year = number(2...4) else { return nil }
        return date(year < 100 ? 2000 + year : year, month, day, hour, minute, nil, zone)
    }

    /// `AP-WF-10-20-23 1344GMT`: month, day, year (ANPA-1312, end of story).
    mutating func agency() -> String? {
        offset = 0
        while offset < bytes.count, !peekIsDigit { offset += 1 }
        guard let month = number(1...2), skip("-"), let day = number(1...2), skip("-"), let year = number(2) else {
            return nil
        }
        skipBlanks()
        guard let hour = number(2), let minute = number(2) else { return nil }
        return date(2000 + year, month, day, hour, minute, nil, zone())
    }

    private var peekIsDigit: Bool { offset < bytes.count && (0x30...0x39).contains(bytes[offset]) }

    private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
        guard offset < bytes.count, UInt32(bytes[offset]) == sign.value else { return false }
        offset += 1
        return true
    }

    private mutating func skipBlanks() {
        while offset < bytes.count, bytes[offset] == 0x20 || (0x09...0x0D).contains(bytes[offset]) { offset += 1 }
    }

    private mutating func skipLetters() { _ = word() }

    private mutating func word() -> [UInt8] {
        let start = offset
        while offset < bytes.count, (0x61...0x7A).contains(bytes[offset] | 0x20) { offset += 1 }
        if start < offset { _ = skip(".") }
        return Array(bytes[start..<offset])
    }

    private mutating func number(_ digits: Int) -> Int? { number(digits...digits) }

    private mutating func number(_ digits: ClosedRange<Int>) -> Int? {
        var value = 0
        let start = offset
        while peekIsDigit, offset - start < digits.upperBound {
            value = value * 10 + Int(bytes[offset] - 0x30)
            offset += 1
        }
        return offset - start >= digits.lowerBound ? value : nil
    }

    /// `Z`, `+08:00`, `-0500`, `GMT`, `EST`; in minutes.
    private mutating func zone() -> Int? {
        let sign = skip("+") ? 1 : skip("-") ? -1 : 0
        if sign != 0 {
            guard let hours = number(2) else { return nil }
            _ = skip(":")
            return sign * (hours * 60 + (number(2) ?? 0))
        }
        switch String(decoding: word(), as: UTF8.self) {
        case "Z", "z", "GMT", "UT", "UTC": return 0
        case "EST", "CDT": return -300
        case "EDT": return -240
        case "CST", "MDT": return -360
        case "MST", "PDT": return -420
        case "PST": return -480
        default: return nil
        }
    }

    private func date(
        _ year: Int, _ month: Int, _ day: Int, _ hour: Int? = nil, _ minute: Int? = nil, _ second: Int? = nil,
        _ zone: Int? = nil
    ) -> String? {
        guard (1...12).contains(month), (1...31).contains(day), (1500...2999).contains(year) else { return nil }
        var text = "\(padded(year, 4))-\(padded(month))-\(padded(day))"
        guard let hour, let minute, hour < 24, minute < 60 else { return text }
        text += "T\(padded(hour)):\(padded(minute))"
        if let second, second <= 60 { text += ":\(padded(second))" }
        if let zone {
            text += zone == 0 ? "Z" : "\(zone < 0 ? "-" : "+")\(padded(abs(zone) / 60)):\(padded(abs(zone) % 60))"
        }
        return text
    }

    private func padded(_ value: Int, _ width: Int = 2) -> String {
        let digits = "\(value)"
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
