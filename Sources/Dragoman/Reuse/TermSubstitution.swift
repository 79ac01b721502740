internal import FuzzyMatching
internal import Terminology
internal import UnicodeText

/// Glossary terms that differ: the term of the new text takes the place of the other one's translation.
struct TermSubstitution: Sendable {
    let language: LanguageTag
    let matchers: TermMatchers

    func edits(_ texts: ReuseTexts) throws -> [TargetEdit] {
        let changed = texts.differences.filter { $0.kind == .replaced }
        guard !changed.isEmpty else { return [] }
        let source = try matchers.source()
        let (new, old) = (source.occurrences(in: texts.query), source.occurrences(in: texts.match))
        guard !new.isEmpty, !old.isEmpty else { return [] }
        let pairs = changed.compactMap { difference -> (query: TermOccurrence, match: TermOccurrence)? in
            guard let query = new.first(where: { $0.range.contains(difference.query) }),
                let match = old.first(where: { $0.range.contains(difference.match) }),
                source.link(of: query) != source.link(of: match)
            else { return nil }
            return (query, match)
        }
        guard !pairs.isEmpty else { return [] }
        let target = try matchers.target()
        let translated = target.occurrences(in: texts.target)
        return pairs.compactMap { query, match in
            let concept = source.link(of: match)
            let places = translated.filter { target.link(of: $0) == concept }
            guard places.count == 1, old.count(where: { source.link(of: $0) == concept }) == 1,
                let term = source.concept(of: query).preferredTerm(in: language)
            else { return nil }
            return TargetEdit(
                kind: .term, query: query.range, match: match.range, range: places[0].range,
                replacement: Self.cased(term.text, like: places[0]))
        }
    }

    /// A term that stood with a capital it has not by itself begins a sentence.
    private static func cased(_ term: UTF8Text, like place: TermOccurrence) -> UTF8Text {
        guard place.form != .exact, let first = (try? CaseMapping.capitalize(place.term.text)), !place.found.isEmpty,
            first.scalar(at: 0).scalar == place.found.scalar(at: 0).scalar,
            first.scalar(at: 0).scalar != place.term.text.scalar(at: 0).scalar
        else { return term }
        return (try? CaseMapping.capitalize(term)) ?? term
    }
}
