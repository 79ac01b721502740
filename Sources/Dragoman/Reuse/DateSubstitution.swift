internal import FuzzyMatching
internal import Normalization
internal import UnicodeText

/// Dates that differ: day, month and year are changed where the translation has them, in its own order and form.
struct DateSubstitution: Sendable {
    private let source: LanguageTag
    private let target: LanguageTag
    private let months: CalendarNames
    /// Made when they are first needed, for most differences are no dates.
    private let readers = LanguageCache<DateReader>(limit: 2)

    init(from source: LanguageTag, to target: LanguageTag) {
        self.source = source
        self.target = target
        months = CalendarNames(.months, in: target)
    }

    func edits(_ texts: ReuseTexts) -> [TargetEdit] {
        let new = dates(source, texts.query)
        guard !new.isEmpty, case let old = dates(source, texts.match), !old.isEmpty else { return [] }
        let translated = dates(target, texts.target)
        var edits: [TargetEdit] = []
        for difference in texts.differences {
            guard let query = new.first(where: { $0.range.contains(difference.query) }),
                let match = old.first(where: { $0.range.contains(difference.match) }),
                edits.last?.query != query.range
            else { continue }
            let places = translated.filter { $0.isSameDay(as: match) }
            guard places.count == 1, old.count(where: { $0.isSameDay(as: match) }) == 1,
                let text = rewritten(texts.target, places[0].range, from: match, to: query)
            else { continue }
            edits.append(
                TargetEdit(
                    kind: .date, query: query.range, match: match.range, range: places[0].range, replacement: text))
        }
        return edits
    }

    /// The dates of a text that can be read in one way alone; a time of day makes it something else.
    private func dates(_ language: LanguageTag, _ text: UTF8Text) -> [DateReading] {
        let reader = readers.value(for: language) { DateReader(language: $0) }
        var dates: [DateReading] = []
        var start = 0
        while start < text.count {
            let readings = reader.readings(in: text[start..<text.count])
            guard var date = readings.first else { break }
            date.range = date.range.lowerBound + start..<date.range.upperBound + start
            if readings.count == 1, date.calendar == .gregorian, date.hour == nil { dates.append(date) }
            start = max(date.range.upperBound, start + 1)
            while start < text.count, text.bytes[start] & 0xC0 == 0x80 { start += 1 }
        }
        return dates
    }

    /// A date's text with another date in it; `nil` unless each part that differs stands there once.
    private func rewritten(
        _ text: UTF8Text, _ range: ByteRange, from old: DateReading, to new: DateReading
    ) -> UTF8Text? {
        guard (old.year == nil) == (new.year == nil) else { return nil }
        var figures = Figures.all(in: text, range)
        var parts: [(range: ByteRange, text: UTF8Text)] = []
        /// Takes the figures of a part, so that a day and a month of the same number are not confused.
        func change(_ value: Int, _ other: Int) -> Bool {
            let places = figures.indices.filter { figures[$0].value == value }
            guard places.count == 1 else { return value == other }
            let place = figures.remove(at: places[0])
            if value != other { parts.append((place.range, place.written(other))) }
            return true
        }
        if let year = old.year, let other = new.year, !change(year, other) { return nil }
        let names = months.places(of: old.month - 1, in: text, range)
        if names.count == 1 {
            if old.month != new.month {
                guard let name = months.name(new.month - 1, like: names[0], in: text) else { return nil }
                parts.append((names[0].range, name))
            }
        } else if !change(old.month, new.month) {
            return nil
        }
        guard change(old.day, new.day) else { return nil }
        var bytes: [UInt8] = []
        var position = range.lowerBound
        for part in parts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            bytes += text.bytes[position..<part.range.lowerBound]
            bytes += part.text.bytes
            position = part.range.upperBound
        }
        return UTF8Text(unchecked: bytes + text.bytes[position..<range.upperBound])
    }
}

extension DateReading {
    fileprivate func isSameDay(as other: DateReading) -> Bool {
        year == other.year && month == other.month && day == other.day
    }
}
