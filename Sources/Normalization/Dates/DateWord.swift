internal import UnicodeText

/// What a word or phrase can mean in and around a date.
struct DateWord: Hashable, Sendable {
    struct Roles: OptionSet, Hashable, Sendable {
        let rawValue: Int

        static let weekday = Roles(rawValue: 1 << 0)
        /// A little word within or beside a date: "de", "at", "le".
        static let joiner = Roles(rawValue: 1 << 1)
        /// What makes a day an ordinal: "th", "er".
        static let ordinal = Roles(rawValue: 1 << 2)
        /// Stands beside the number of the year: "年", "mwaka", "г.".
        static let year = Roles(rawValue: 1 << 3)
        static let month = Roles(rawValue: 1 << 4)
        static let day = Roles(rawValue: 1 << 5)
        static let hour = Roles(rawValue: 1 << 6)
        static let minute = Roles(rawValue: 1 << 7)
        static let second = Roles(rawValue: 1 << 8)
        /// Says that a time follows or precedes: "saa", "at", "à".
        static let clock = Roles(rawValue: 1 << 9)
        /// "Updated", "publié le".
        static let label = Roles(rawValue: 1 << 10)
        static let agency = Roles(rawValue: 1 << 11)
        /// Looks like the place of an agency's dateline and is none: "BREAKING".
        static let notPlace = Roles(rawValue: 1 << 12)
        /// Ends an agency's dateline as a dash does: "电".
        static let end = Roles(rawValue: 1 << 13)
    }

    enum Zone: Hashable, Sendable {
        /// Minutes east of UTC.
        case offset(Int)
        /// A zone whose name has several meanings, or which shifts its clocks.
        case unknown
    }

    struct Month: Hashable, Sendable {
        let calendar: DateCalendar
        /// 1 for the first.
        let number: Int
        /// The years, counted by the calendar, in which the name is taken for this calendar's.
        let years: ClosedRange<Int>
    }

    /// Whether it names a month or says "month".
    var isOfMonth: Bool { !months.isEmpty || roles.contains(.month) }

    var roles: Roles = []
    var months: [Month] = []
    var zone: Zone?
    var period: DayPeriod?
    /// For a day of the month told by a word: "premier", "kọkàndínlọ́gbọ̀n".
    var number: Int?
    /// For the name of an era that years are counted in: what to add to the year.
    var yearOffset: Int?

    mutating func merge(_ other: DateWord) {
        roles.formUnion(other.roles)
        for month in other.months where !months.contains(where: { $0.calendar == month.calendar }) {
            months.append(month)
        }
        zone = zone ?? other.zone
        period = period ?? other.period
        number = number ?? other.number
        yearOffset = yearOffset ?? other.yearOffset
    }
}
