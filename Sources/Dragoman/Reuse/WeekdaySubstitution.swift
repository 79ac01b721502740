internal import FuzzyMatching
internal import UnicodeText

/// Names of weekdays that differ.
struct WeekdaySubstitution: Sendable {
    private let source: CalendarNames
    private let target: CalendarNames

    init(from source: LanguageTag, to target: LanguageTag) {
        self.source = CalendarNames(.weekdays, in: source)
        self.target = CalendarNames(.weekdays, in: target)
    }

    func edits(_ texts: ReuseTexts) -> [TargetEdit] {
        texts.differences.compactMap { difference in
            guard difference.kind == .replaced, let new = source.number(of: texts.query[difference.query]),
                let old = source.number(of: texts.match[difference.match]), new != old
            else { return nil }
            let places = target.places(of: old, in: texts.target, texts.target.all)
            guard places.count == 1, source.places(of: old, in: texts.match, texts.match.all).count == 1,
                let name = target.name(new, like: places[0], in: texts.target)
            else { return nil }
            return TargetEdit(
                kind: .weekday, query: difference.query, match: difference.match, range: places[0].range,
                replacement: name)
        }
    }
}
