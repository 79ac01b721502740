internal import FuzzyMatching
public import UnicodeText

/// Looks texts up in memories for one pair of languages.
///
/// Every variant can be the source, whichever language a unit was written in. Units are found as soon as they are
/// stored, by this process or another. Several tasks may search at once.
public struct Matcher: Sendable {
    /// A language of one of the memories that texts are looked up in.
    private struct Place: Sendable {
        let memory: Int
        let language: LanguageTag
        /// `nil` where only identical texts are wanted.
        let index: SegmentIndex?
    }

    private let memories: [MatchMemory]
    private let places: [Place]
    /// For each memory the languages a translation may be in.
    private let targets: [[LanguageTag]]
    private let source: LanguageTag
    private let target: LanguageTag
    private let minimum: Int

    /// The highest score: identical, in the same place by neighbours and identifier.
    public static let highestScore = 100 + ContextAgreement.allCases.count

    /// Opens the indexes, or makes them, unless only scores of 100 and more are wanted.
    ///
    /// - Parameters:
    ///   - memories: By priority: of two translations with the same score the one of an earlier memory comes first.
    ///   - minimum: The lowest score to return, 1...`highestScore`.
    /// - Throws: What a store throws.
    public init(
        memories: [MatchMemory], from source: LanguageTag, to target: LanguageTag, minimum: Int = 70
    ) throws {
        self.memories = memories
        self.source = source
        self.target = target
        self.minimum = min(max(minimum, 1), Self.highestScore)
        // Between "en" and "en-GB" a near language would be taken for either side.
        let areNear = source.meets(target)
        var places: [Place] = []
        var targets: [[LanguageTag]] = []
        for (memory, each) in memories.enumerated() {
            let languages = try each.store.languages()
            targets.append(languages.filter { areNear ? $0 == target : target.meets($0) })
            for language in languages where areNear ? language == source : source.meets(language) {
                let index = self.minimum >= 100 ? nil : try SegmentIndex(each.store, language: language)
                places.append(Place(memory: memory, language: language, index: index))
            }
        }
        self.places = places
        self.targets = targets
    }

    /// Looks texts up in one memory.
    public init(store: some Store, from source: LanguageTag, to target: LanguageTag, minimum: Int = 70) throws {
        try self.init(memories: [MatchMemory(store)], from: source, to: target, minimum: minimum)
    }

    /// The best matches for a text, by score, then by the order of the memories.
    ///
    /// Matches with the same source and target texts count once.
    ///
    /// - Parameter best: Most matches to return; 0 means all.
    /// - Throws: What a store throws.
    public func matches(for query: MatchQuery, best: Int = 5) throws -> [Match] {
        try matches(for: query, best: best, at: try now())
    }

    /// The memories' indexes at a moment, for several look-ups: asking whether anything has changed costs as much as one
    /// that finds nothing.
    public struct Moment: Sendable {
        /// By place.
        fileprivate let views: [SegmentIndex.View?]
    }

    /// The present moment.
    ///
    /// - Throws: What a store throws.
    public func now() throws -> Moment { Moment(views: try places.map { try $0.index?.current() }) }

    /// The best matches for a text, among units that were stored before a moment and are there still.
    ///
    /// - Throws: What a store throws.
    public func matches(for query: MatchQuery, best: Int = 5, at moment: Moment) throws -> [Match] {
        guard !query.segment.text.isEmpty else { return [] }
        var list = MatchList()
        for (place, view) in zip(places, moment.views) {
            if let index = place.index, let view {
                list.add(try found(index, view, place, query, best: best))
            } else {
                let text = query.segment.text
                for unit in try memories[place.memory].store.units(matching: text, language: place.language) {
                    add(unit, .init(id: unit.id ?? 0, score: 100, text: text), place, query, &list)
                }
            }
        }
        return best > 0 ? Array(list.ordered.prefix(best)) : list.ordered
    }

    /// The best matches for a text without codes whose place is not known.
    public func matches(for text: UTF8Text, best: Int = 5) throws -> [Match] {
        try matches(for: MatchQuery(text), best: best)
    }

    /// Waits for indexes that are being made anew.
    public func finishMerging() async {
        for place in places { await place.index?.finishMerging() }
    }

    /// Enough of an index's matches that the best are among them, whatever the penalties and repetitions.
    private func found(
        _ index: SegmentIndex, _ view: SegmentIndex.View, _ place: Place, _ query: MatchQuery, best: Int
    ) throws -> MatchList {
        let memory = memories[place.memory]
        var limit = best > 0 ? best * 2 + 8 : 0
        while true {
            let matches = try index.matches(
                for: query.segment.text, minimum: min(minimum, 100), limit: limit, in: view)
            var list = MatchList()
            // Neither this match nor one behind it scores more than it, but for its place.
            func isSettled(_ match: FuzzyMatch) -> Bool {
                let highest =
                    (match.score == 100 && !query.context.isEmpty ? Self.highestScore : match.score) - memory.penalty
                return highest < minimum || list.count >= best && list.count(atLeast: highest) >= best
            }
            for match in matches {
                // Reading a unit costs more than finding it.
                if limit > 0, isSettled(match) { return list }
                guard let unit = try memory.store.unit(id: match.id) else { continue }
                add(unit, match, place, query, &list)
            }
            guard limit > 0, matches.count == limit, let last = matches.last, !isSettled(last) else { return list }
            limit *= 2
        }
    }

    /// Adds a match for each translation of a unit's variants that have the text found.
    private func add(
        _ unit: TranslationUnit, _ found: FuzzyMatch, _ place: Place, _ query: MatchQuery, _ list: inout MatchList
    ) {
        let memory = memories[place.memory]
        for (index, variant) in unit.variants.enumerated()
        where variant.language == place.language && variant.segment.text == found.text {
            let codes = CodeDifference(query.segment, variant.segment)
            let mayAgree = found.score == 100 && codes == .none && !query.context.isEmpty
            for (other, translation) in unit.variants.enumerated()
            where other != index && targets[place.memory].contains(translation.language) {
                let context = mayAgree ? Self.agreement(query.context, unit.contexts(of: other)) : []
                var penalties = found.penalties.map { MatchPenalty(.text($0.kind), points: $0.points) }
                func subtract(_ points: Int, _ kind: MatchPenalty.Kind) {
                    if points > 0 { penalties.append(MatchPenalty(kind, points: points)) }
                }
                subtract(codes.rawValue, .inlineCodes)
                subtract((variant.language == source ? 0 : 1) + (translation.language == target ? 0 : 1), .language)
                subtract(unit.origin.kind.penalty, .origin)
                subtract(memory.penalty, .memory)
                let taken = penalties.reduce(0) { $0 + $1.points } - found.penalties.reduce(0) { $0 + $1.points }
                let score = found.score + context.count - taken
                guard score >= minimum else { continue }
                list.add(
                    Match(
                        unit: unit, source: variant, target: translation, score: score,
                        kind: found.score < 100 ? .fuzzy : context.isEmpty ? .exact : .context, context: context,
                        penalties: penalties, differences: found.differences, memory: place.memory,
                        memoryName: memory.name))
            }
        }
    }

    /// The most that the place has in common with one of those a translation was given at.
    private static func agreement(_ context: Context, _ seen: [Context]) -> Set<ContextAgreement> {
        seen.map { context.agreement(with: $0) }.max { $0.count < $1.count } ?? []
    }
}
