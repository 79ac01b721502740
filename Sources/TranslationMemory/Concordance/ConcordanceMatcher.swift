internal import UnicodeText

/// A concordance query made ready to be asked of many units. Knows no database.
struct ConcordanceMatcher {
    let include: [ConcordanceTerm]
    private let exclude: [ConcordanceTerm]
    /// Terms by where they are looked for; those of a group may stand close to each other.
    private let groups: [[Int]]

    /// `nil` for a query that finds nothing: without anything to include.
    init?(_ query: ConcordanceQuery) throws(ConcordanceQueryError) {
        var include: [ConcordanceTerm] = []
        for term in query.include {
            guard let term = try ConcordanceTerm(term, mode: query.mode) else { return nil }
            include.append(term)
        }
        var exclude: [ConcordanceTerm] = []
        for term in query.exclude {
            if let term = try ConcordanceTerm(term, mode: query.mode) { exclude.append(term) }
        }
        if include.isEmpty { return nil }
        self.include = include
        self.exclude = exclude
        var groups: [ConcordanceTerm.Scope: [Int]] = [:]
        for (index, term) in include.enumerated() { groups[term.scope, default: []].append(index) }
        self.groups = groups.values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }

    /// How well the unit is matched, `nil` if it is not. O(length of the texts · pieces of the terms).
    func quality(of unit: ConcordanceUnit) -> ConcordanceQuality? {
        var reading = ConcordanceReading(unit)
        var found: [[Int: [[PatternMatch]]]] = []
        for term in include {
            let places = matches(of: term, in: &reading)
            if places.isEmpty { return nil }
            found.append(places)
        }
        guard !exclude.contains(where: { isExcluded(by: $0, &reading) }) else { return nil }
        var quality = ConcordanceQuality()
        for (term, places) in zip(include, found) {
            quality.include(places.map { term.quality(of: $0.value, in: reading.text($0.key)) }.min())
        }
        quality.spread = groups.reduce(0) { sum, group in
            let variants = unit.variants.indices.filter { variant in group.allSatisfy { found[$0][variant] != nil } }
            let spreads = variants.map { variant in
                MatchWindow.spread(of: group.flatMap { found[$0][variant] ?? [] })
            }
            return min(sum + (spreads.min() ?? ConcordanceQuality.apart), ConcordanceQuality.apart)
        }
        return quality
    }

    /// Where the terms to include stand in a unit that is matched.
    func places(in unit: ConcordanceUnit) -> [ConcordanceHit.Place] {
        var reading = ConcordanceReading(unit)
        var ranges = [[ByteRange]](repeating: [], count: unit.variants.count)
        for term in include {
            for (variant, matches) in matches(of: term, in: &reading) {
                let text = reading.text(variant)
                ranges[variant] += matches.joined().compactMap { text.source($0.elements) }
            }
        }
        return ranges.enumerated().compactMap { variant, ranges in
            ranges.isEmpty ? nil : ConcordanceHit.Place(variant: variant, ranges: Self.union(ranges))
        }
    }

    /// The matches of each pattern of a term by the variants it is found in.
    private func matches(of term: ConcordanceTerm, in reading: inout ConcordanceReading) -> [Int: [[PatternMatch]]] {
        var result: [Int: [[PatternMatch]]] = [:]
        for variant in reading.variants where reading.isIn(term.scope, variant) {
            // The cheap test first; the places are looked up only where all the words are there.
            let key = reading.key(variant)
            guard term.patterns.allSatisfy({ $0.mayOccur(in: key) }) else { continue }
            let text = reading.text(variant)
            let matches = term.patterns.map { $0.matches(in: text) }
            if !matches.contains(where: \.isEmpty) { result[variant] = matches }
        }
        return result
    }

    private func isExcluded(by term: ConcordanceTerm, _ reading: inout ConcordanceReading) -> Bool {
        if !matches(of: term, in: &reading).isEmpty { return true }
        let reading = reading
        return term.scope.side == .target && !reading.variants.contains { reading.isIn(term.scope, $0) }
    }

    private static func union(_ ranges: [ByteRange]) -> [ByteRange] {
        var result: [ByteRange] = []
        for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = result.last, range.lowerBound < last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}
