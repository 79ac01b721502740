internal import UnicodeText

/// The words of `Data/dates-<tag>.txt`, of a language and of none other.
struct DateWordFile: Sendable {
    private(set) var entries: [(phrase: UTF8Text, meaning: DateWord)] = []
    private(set) var months: [(UTF8Text, DateWord.Month)] = []
    private(set) var monthPrefixes: [UTF8Text] = []
    /// How long ago something was, as CLDR does not say it, `0` in place of the number.
    private(set) var pastDurations: [UTF8Text] = []
    private(set) var letters: [(Unicode.Scalar, Unicode.Scalar)] = []
    /// The calendars that months are looked up for in CLDR, with the years they are believed for.
    private(set) var calendars: [(DateCalendar, ClosedRange<Int>)] = [(.gregorian, 1500...2399)]
    /// Regional forms of the language whose CLDR month names are taken too.
    private(set) var alsoFrom: [LanguageTag] = []
    /// Lines that say nothing, for the tests of the data.
    private(set) var problems: [UTF8Text] = []
    private var isDivided = false

    /// The file of a language or of the nearest tag it falls back to; empty if there is none.
    init(language: LanguageTag) {
        let names = language.fallbacks.map { "normalization/dates-\($0).txt" }
        self.init(SectionedFile(names.lazy.compactMap { LanguageData.file($0) }.first ?? .init(start: nil, count: 0)))
    }

    init(_ file: SectionedFile) {
        // Calendars first: months refer to them.
        for line in file.lines("calendars") { addCalendar(line) }
        for section in file.sections {
            for line in section.lines { add(line, section.name) }
        }
    }

    /// Whether speakers of the language order figures in two ways, unless the tag names a region.
    func figureOrderIsDivided(for language: LanguageTag) -> Bool { isDivided && language.region == nil }

    private static let roles: [String: DateWord.Roles] = [
        "weekdays": .weekday, "joiners": .joiner, "ordinals": .ordinal, "year-words": .year, "month-words": .month,
        "day-words": .day, "hour-words": .hour, "minute-words": .minute, "second-words": .second,
        "clock-words": .clock, "labels": .label, "agencies": .agency, "not-places": .notPlace,
        "dateline-ends": .end,
    ]

    private mutating func add(_ line: UTF8Text, _ section: String) {
        var meaning = DateWord()
        if let role = Self.roles[section] {
            meaning.roles = role
            entries.append((line, meaning))
            return
        }
        switch section {
        case "calendars": return
        case "also":
            guard let tag = LanguageTag(line.description) else { return problems.append(line) }
            alsoFrom.append(tag)
        case "figures":
            guard line == "divided" else { return problems.append(line) }
            isDivided = true
        case "month-prefixes": monthPrefixes.append(line)
        case "ago":
            guard line.bytes.contains(UInt8(ascii: "0")) else { return problems.append(line) }
            pastDurations.append(line)
        case "letters":
            let signs = line.placedScalars.map(\.scalar).filter { !$0.isBlank }
            guard signs.count == 2 else { return problems.append(line) }
            letters.append((signs[0], signs[1]))
        default:
            addPair(line, section)
        }
    }

    /// Lines of a value and a phrase: `9 Sept.`, `pm 下午`, `+03:00 EAT`, `2018 令和`.
    private mutating func addPair(_ line: UTF8Text, _ section: String) {
        guard let blank = line.bytes.firstIndex(of: 0x20) else { return problems.append(line) }
        let value = line[0..<blank].description
        let phrase = line[blank..<line.count].trimmed
        var meaning = DateWord()
        switch section {
        case "zones": meaning.zone = Self.zone(value)
        case "day-periods": meaning.period = DayPeriod(value)
        case "numbers": meaning.number = Int(value)
        case "eras": meaning.yearOffset = Int(value)
        default:
            let parts = section.split(separator: ":", maxSplits: 1).map(String.init)
            let calendar = parts.count == 2 ? DateCalendar(rawValue: parts[1]) : .gregorian
            guard parts.first == "months", let number = Int(value),
                let years = calendars.first(where: { $0.0 == calendar })?.1, let calendar
            else { return problems.append(line) }
            let month = DateWord.Month(calendar: calendar, number: number, years: years)
            months.append((phrase, month))
            meaning.months = [month]
        }
        guard meaning != DateWord() else { return problems.append(line) }
        entries.append((phrase, meaning))
    }

    private mutating func addCalendar(_ line: UTF8Text) {
        let parts = line.description.split(separator: " ")
        guard parts.count == 3, let calendar = DateCalendar(rawValue: String(parts[0])), let first = Int(parts[1]),
            let last = Int(parts[2]), first <= last
        else { return problems.append(line) }
        calendars.append((calendar, first...last))
    }

    /// `+03:00` in minutes, `?` for a zone of several meanings.
    private static func zone(_ value: String) -> DateWord.Zone? {
        if value == "?" { return .unknown }
        let digits = value.utf8.compactMap { $0 >= 0x30 && $0 <= 0x39 ? Int($0) - 0x30 : nil }
        guard digits.count == 4, let sign = value.utf8.first else { return nil }
        let minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]
        return .offset(sign == UInt8(ascii: "-") ? -minutes : minutes)
    }
}
