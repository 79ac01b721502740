internal import UnicodeText

/// Matches in their order, each source and target text once.
struct MatchList {
    private var found: [Match] = []

    mutating func add(_ match: Match) { found.append(match) }
    mutating func add(_ other: MatchList) { found += other.found }

    /// Exact matches first, then by score, by likeness of the texts alone, and in the order of the memory; of equal
    /// source and target texts the first. O(n log n).
    var ordered: [Match] {
        var seen: Set<Key> = []
        let order = found.indices.sorted { left, right in
            let (one, other) = (found[left], found[right])
            if one.kind != other.kind { return one.kind == .exact }
            if one.score != other.score { return one.score > other.score }
            if one.textScore != other.textScore { return one.textScore > other.textScore }
            let (first, second) = (one.unit.id ?? .max, other.unit.id ?? .max)
            return first != second ? first < second : left < right
        }
        return order.compactMap { seen.insert(Key(found[$0])).inserted ? found[$0] : nil }
    }

    private struct Key: Hashable {
        let source: UTF8Text
        let target: UTF8Text
        let codes: [UInt8]?

        init(_ match: Match) {
            source = match.source.segment.text
            target = match.target.segment.text
            codes = InlineCodeCoding.encode(match.target.segment.codes)
        }
    }
}

extension Match {
    /// The score of the texts alone, before what the memory takes off.
    fileprivate var textScore: Int {
        penalties.reduce(score) { sum, penalty in
            if case .text = penalty.kind { sum } else { sum + penalty.points }
        }
    }
}
