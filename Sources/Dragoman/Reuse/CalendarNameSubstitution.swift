internal import FuzzyMatching
internal import UnicodeText

/// Names of weekdays, and of months that are no part of a date, that differ.
struct CalendarNameSubstitution: Sendable {
    private let kind: Substitution.Kind
    private let source: CalendarNames
    private let target: CalendarNames

    init(_ names: CLDRDates.Names, _ kind: Substitution.Kind, from source: LanguageTag, to target: LanguageTag) {
        self.kind = kind
        self.source = CalendarNames(names, in: source)
        self.target = CalendarNames(names, in: target)
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
                kind: kind, query: difference.query, match: difference.match, range: places[0].range,
                replacement: name)
        }
    }
}
