extension DateReading {
    /// The date with the year that brings it next to another date; itself if it has a year.
    ///
    /// - Parameters:
    ///   - other: a date that is known, such as the article's own.
    ///   - days: how far the two may lie apart.
    /// - Returns: `nil` if no year brings them that near.
    public func completed(near other: DateReading, within days: Int = 31) -> DateReading? {
        if year != nil { return self }
        guard let otherYear = other.year, let target = other.dayNumber else { return nil }
        var best: (distance: Int, reading: DateReading)?
        for candidate in otherYear - 1...otherYear + 1 {
            var reading = self
            reading.year = candidate
            guard reading.isPossible, let number = reading.dayNumber else { continue }
            let distance = abs(number - target)
            if distance <= days, best.map({ distance < $0.distance }) ?? true { best = (distance, reading) }
        }
        return best?.reading
    }

    /// Days from 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    private var dayNumber: Int? {
        guard let year else { return nil }
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
