internal import CICU

/// How dates are written in a language, by ICU's CLDR data.
public enum CLDRDates {
    public enum Names: Int32, Sendable {
        case months = 0
        /// From Sunday on.
        case weekdays
        /// Before and after noon.
        case halvesOfDay
    }

    public enum Width: Int32, Sendable, CaseIterable {
        case wide = 0
        case abbreviated
    }

    /// The names of a calendar's months, of weekdays or of the halves of the day, in order.
    ///
    /// - Parameters:
    ///   - calendar: CLDR's name of the calendar, such as `ethiopic`.
    ///   - standalone: as the name stands alone ("октябрь"), not within a date ("октября").
    /// - Returns: an empty list for a language ICU has no data for.
    public static func names(
        _ names: Names, in language: LanguageTag, calendar: String = "gregorian", width: Width = .wide,
        standalone: Bool = false
    ) -> [UTF8Text] {
        guard CLDRNames.knows(language) else { return [] }
        let made = try? ICUText.make([], "date names") { _, _, result in
            dgm_date_names(
                language.description, calendar, names.rawValue, width.rawValue, standalone ? 1 : 0, result)
        }
        return lines(made?.text)
    }

    /// How a language says how long ago something was, `0` in place of the number: `0 hours ago`, `il y a 0 heures`.
    ///
    /// All units from seconds to years, all widths, all plural forms that show the number (UTS #35, Calendar Fields).
    ///
    /// - Returns: an empty list for a language ICU has no data for.
    public static func pastDurations(in language: LanguageTag) -> [UTF8Text] {
        guard CLDRNames.knows(language) else { return [] }
        let made = try? ICUText.make([], "past durations") { _, _, result in
            dgm_past_durations(language.description, result)
        }
        return lines(made?.text)
    }

    /// Lines that each end in a line feed.
    private static func lines(_ text: UTF8Text?) -> [UTF8Text] {
        guard let text else { return [] }
        return text.bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false).map {
            UTF8Text(unchecked: Array($0))
        }
    }

    /// The short date pattern, such as `dd/MM/y` (UTS #35, Date Format Patterns); `nil` if ICU has no data.
    public static func shortPattern(in language: LanguageTag) -> UTF8Text? {
        guard CLDRNames.knows(language) else { return nil }
        return CLDRNames.bytes { buffer, capacity in
            dgm_short_date_pattern(language.description, buffer, capacity)
            return Int32((0..<Int(capacity)).first { buffer[$0] == 0 } ?? 0)
        }
    }

    /// The Gregorian date of a date in another calendar, by ICU's conversion; `nil` if that calendar has no such date.
    ///
    /// - Parameters:
    ///   - calendar: CLDR's name of the calendar, such as `ethiopic`.
    ///   - year: counted in the calendar's present era.
    ///   - month: 1 for the first.
    public static func gregorian(
        calendar: String, year: Int, month: Int, day: Int
    ) -> (year: Int, month: Int, day: Int)? {
        guard (1...9999).contains(year), (1...13).contains(month), (1...31).contains(day) else { return nil }
        var days: Int64 = 0
        guard dgm_calendar_days(calendar, Int32(year), Int32(month - 1), Int32(day), &days) == 0 else { return nil }
        return gregorian(days: Int(days))
    }

    /// The date a number of days after 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    private static func gregorian(days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
