internal import Normalization
internal import UnicodeText

/// The first date of the source, when both texts have one in full: the same year and day in another month, or the same
/// month and year on another day.
///
/// A date that two readings are possible of, or that differs in more, is left alone: the texts may speak of two dates.
struct DateRule: CheckRule {
    private let source: DateReader
    private let target: DateReader

    init(from source: LanguageTag, to target: LanguageTag) {
        self.source = DateReader(language: source)
        self.target = DateReader(language: target)
    }

    func check(_ unit: CheckUnit, _ report: (CheckFinding) -> Void) {
        let (ours, theirs) = (
            source.readings(in: unit.source.segment.text), target.readings(in: unit.target.segment.text)
        )
        guard ours.count == 1, theirs.count == 1, let year = ours[0].year, year == theirs[0].year,
            ours[0].calendar == .gregorian, theirs[0].calendar == .gregorian
        else { return }
        let differences = [ours[0].month != theirs[0].month, ours[0].day != theirs[0].day].count { $0 }
        guard differences == 1 else { return }
        report(
            CheckFinding(
                .date, side: .target, range: theirs[0].range,
                message: "\(Self.day(ours[0])) in the source is \(Self.day(theirs[0])) here"))
    }

    private static func day(_ reading: DateReading) -> String {
        DateReading(year: reading.year, month: reading.month, day: reading.day, range: reading.range).iso8601
    }
}
