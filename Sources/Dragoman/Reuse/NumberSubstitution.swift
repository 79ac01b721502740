internal import FuzzyMatching
internal import UnicodeText

/// Numbers that differ, written as the translation writes the one it has.
struct NumberSubstitution: Sendable {
    private let source: NumberConventions
    private let target: NumberConventions

    init(from source: LanguageTag, to target: LanguageTag) {
        self.source = NumberConventions(language: source)
        self.target = NumberConventions(language: target)
    }

    func edits(_ texts: ReuseTexts) -> [TargetEdit] {
        let changed = texts.differences.filter { $0.kind == .number }
        guard !changed.isEmpty else { return [] }
        let (queryNumbers, matchNumbers) = (source.numbers(in: texts.query), source.numbers(in: texts.match))
        let found = target.numbers(in: texts.target)
        var pairs: [(query: LocalNumber, match: LocalNumber)] = []
        for difference in changed {
            // A number with spaces in it is several tokens.
            guard let query = queryNumbers.first(where: { $0.range.contains(difference.query) }),
                let match = matchNumbers.first(where: { $0.range.contains(difference.match) }),
                pairs.last?.query != query
            else { continue }
            pairs.append((query, match))
        }
        return pairs.flatMap { query, match -> [TargetEdit] in
            func isSame(_ number: LocalNumber, _ text: UTF8Text) -> Bool {
                if let value = number.decimal, let other = match.decimal { return value.utf8.elementsEqual(other.utf8) }
                return text[number.range] == texts.match[match.range]
            }
            let places = found.filter { isSame($0, texts.target) }
            // A number that occurs several times must become the same one everywhere, or stand there just once.
            let occurrences = matchNumbers.filter { isSame($0, texts.match) }
            guard places.count == 1, occurrences.count == 1, let place = places.first else { return [] }
            guard let replacement = written(query, texts.query, like: place) else { return [] }
            return [
                TargetEdit(
                    kind: .number, query: query.range, match: match.range, range: place.range,
                    replacement: replacement)
            ]
        }
    }

    private func written(_ number: LocalNumber, _ text: UTF8Text, like other: LocalNumber) -> UTF8Text? {
        guard let value = number.decimal else { return text[number.range] }
        return target.text(value, isGrouped: number.isGrouped, isNative: other.isNative)
    }
}
