import ArgumentParser
import Dragoman

/// A date such as `2024-03-01`, or one with a time, as a moment.
struct MomentArgument: ExpressibleByArgument {
    let moment: Timestamp

    init?(argument: String) {
        let readings = DateReader(language: .english).readings(in: UTF8Text(argument))
        guard readings.count == 1, let moment = Timestamp(readings[0]) else { return nil }
        self.moment = moment
    }
}

extension Timestamp {
    /// A date that was read, as a moment; one without a zone is taken as UTC.
    init?(_ reading: DateReading) {
        guard let givenYear = reading.year else { return nil }
        // Days since 1970 of a Gregorian date (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
        let year = reading.month <= 2 ? givenYear - 1 : givenYear
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let shifted = (reading.month + 9) % 12
        let dayOfYear = (153 * shifted + 2) / 5 + reading.day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        let minutes = (reading.hour ?? 0) * 60 + (reading.minute ?? 0) - (reading.zone ?? 0)
        self.init(milliseconds: Int64((days * 1440 + minutes) * 60 + (reading.second ?? 0)) * 1000)
    }
}
