internal import FuzzyMatching
public import UnicodeText

/// Looks texts up in a memory for one pair of languages.
///
/// Every variant can be the source, whichever language a unit was written in. Units are found as soon as they are
/// stored, by this process or another. Several tasks may search at once.
public struct Matcher: Sendable {
    private let store: any Store
    private let sources: [LanguageTag]
    private let targets: [LanguageTag]
    private let source: LanguageTag
    private let target: LanguageTag
    private let minimum: Int
    private let indexes: [SegmentIndex]

    /// Opens the indexes, or makes them, unless only scores of 100 are wanted.
    ///
    /// - Parameter minimum: The lowest score to return, percent.
    /// - Throws: What the store throws.
    public init(store: some Store, from source: LanguageTag, to target: LanguageTag, minimum: Int = 70) throws {
        self.store = store
        self.source = source
        self.target = target
        self.minimum = min(max(minimum, 1), 100)
        let languages = try store.languages()
        // Between "en" and "en-GB" a near language would be taken for either side.
        let areNear = source.meets(target)
        sources = languages.filter { areNear ? $0 == source : source.meets($0) }
        targets = languages.filter { areNear ? $0 == target : target.meets($0) }
        indexes = self.minimum == 100 ? [] : try sources.map { try SegmentIndex(store, language: $0) }
    }

    /// The best matches for a text: exact ones, then fuzzy ones, each by score and then in the order of the memory.
    ///
    /// Matches with the same source and target texts count once.
    ///
    /// - Parameter best: Most matches to return; 0 means all.
    /// - Throws: What the store throws.
    public func matches(for text: UTF8Text, best: Int = 5) throws -> [Match] {
        guard !text.isEmpty else { return [] }
        var list = MatchList()
        if indexes.isEmpty {
            for language in sources {
                for unit in try store.units(matching: text, language: language) {
                    for (place, variant) in unit.variants.enumerated()
                    where variant.language == language && variant.segment.text == text {
                        add(unit, place, .init(id: unit.id ?? 0, score: 100, text: text), &list)
                    }
                }
            }
        }
        for index in indexes { list.add(try found(index, text, best: best)) }
        return best > 0 ? Array(list.ordered.prefix(best)) : list.ordered
    }

    /// Enough of an index's matches that the best are among them, whatever the penalties and repetitions.
    private func found(_ index: SegmentIndex, _ text: UTF8Text, best: Int) throws -> MatchList {
        var limit = best > 0 ? best * 2 + 8 : 0
        while true {
            let matches = try index.matches(for: text, minimum: minimum, limit: limit)
            var list = MatchList()
            for match in matches {
                guard let unit = try store.unit(id: match.id) else { continue }
                for (place, variant) in unit.variants.enumerated()
                where variant.language == index.language && variant.segment.text == match.text {
                    add(unit, place, match, &list)
                }
            }
            guard limit > 0, matches.count == limit, let last = matches.last else { return list }
            // What the limit cut off scores at most as much as the last one.
            if list.ordered.count(where: { $0.score >= last.score }) >= best { return list }
            limit *= 2
        }
    }

    /// Adds a match for each translation of a variant.
    private func add(_ unit: TranslationUnit, _ index: Int, _ found: FuzzyMatch, _ list: inout MatchList) {
        let variant = unit.variants[index]
        for (other, translation) in unit.variants.enumerated()
        where other != index && targets.contains(translation.language) {
            var penalties = found.penalties.map { MatchPenalty(.text($0.kind), points: $0.points) }
            let strangers = (variant.language == source ? 0 : 1) + (translation.language == target ? 0 : 1)
            if strangers > 0 { penalties.append(MatchPenalty(.language, points: strangers)) }
            if !variant.segment.codes.isEmpty { penalties.append(MatchPenalty(.inlineCodes)) }
            let score = found.score - strangers - (variant.segment.codes.isEmpty ? 0 : 1)
            guard score >= minimum else { continue }
            list.add(
                Match(
                    unit: unit, source: variant, target: translation, score: score,
                    kind: found.score == 100 ? .exact : .fuzzy, penalties: penalties,
                    differences: found.differences))
        }
    }
}
