internal import FuzzyMatching
public import UnicodeText

/// Looks texts up in a memory for one pair of languages.
///
/// Every variant can be the source, whichever language a unit was written in. Exact matches are looked up in the store
/// and see every new unit at once; fuzzy ones in an index that is built when the matcher is.
public struct Matcher: Sendable {
    private let store: any Store
    private let sources: [LanguageTag]
    private let targets: [LanguageTag]
    private let source: LanguageTag
    private let target: LanguageTag
    private let minimum: Int
    private let indexes: [SegmentIndex]

    /// Builds the indexes, unless only scores of 100 are wanted. O(texts of the memory in both languages).
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
        let targets = languages.filter { areNear ? $0 == target : target.meets($0) }
        self.targets = targets
        indexes = self.minimum == 100 ? [] : try sources.map { try SegmentIndex(store, source: $0, targets: targets) }
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
        for language in sources {
            for unit in try store.units(matching: text, language: language) {
                for (index, variant) in unit.variants.enumerated()
                where variant.language == language && variant.segment.text == text {
                    add(unit, index, text, &list)
                }
            }
        }
        let exact = list.ordered
        if best > 0, exact.count >= best { return Array(exact.prefix(best)) }
        for index in indexes { list.add(try fuzzy(index, text, best: best)) }
        return best > 0 ? Array(list.ordered.prefix(best)) : list.ordered
    }

    /// Enough of an index's matches that the best are among them, whatever the penalties and repetitions.
    private func fuzzy(_ index: SegmentIndex, _ text: UTF8Text, best: Int) throws -> MatchList {
        var limit = best > 0 ? best * 2 + 8 : 0
        while true {
            let places = index.matches(for: text, minimum: minimum, limit: limit)
            var list = MatchList()
            for place in places {
                guard let unit = try store.unit(id: place.unit) else { continue }
                let variants = unit.variants.indices.filter { unit.variants[$0].language == index.language }
                // The unit may have changed since the index was built.
                guard place.ordinal < variants.count, unit.variants[variants[place.ordinal]].segment.text != text
                else { continue }
                add(unit, variants[place.ordinal], text, &list)
            }
            guard limit > 0, places.count == limit, let last = places.last else { return list }
            // What the limit cut off scores at most as much as the last one.
            if list.ordered.count(where: { $0.score >= last.score }) >= best { return list }
            limit *= 2
        }
    }

    /// Adds a match for each translation of a variant.
    private func add(_ unit: TranslationUnit, _ index: Int, _ text: UTF8Text, _ list: inout MatchList) {
        let variant = unit.variants[index]
        let comparison = FuzzyComparison(query: text, match: variant.segment.text)
        for (other, translation) in unit.variants.enumerated()
        where other != index && targets.contains(translation.language) {
            var penalties = comparison.penalties.map { MatchPenalty(.text($0.kind), points: $0.points) }
            let strangers = (variant.language == source ? 0 : 1) + (translation.language == target ? 0 : 1)
            if strangers > 0 { penalties.append(MatchPenalty(.language, points: strangers)) }
            if !variant.segment.codes.isEmpty { penalties.append(MatchPenalty(.inlineCodes)) }
            let score = comparison.score - strangers - (variant.segment.codes.isEmpty ? 0 : 1)
            guard score >= minimum else { continue }
            list.add(
                Match(
                    unit: unit, source: variant, target: translation, score: score,
                    kind: variant.segment.text == text ? .exact : .fuzzy, penalties: penalties,
                    differences: comparison.differences))
        }
    }
}
