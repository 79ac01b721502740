internal import UnicodeText

/// Matches in their order, each source and target text once.
struct MatchList {
    private var found: [Match] = []

    mutating func add(_ match: Match) { found.append(match) }
    mutating func add(_ other: MatchList) { found += other.found }

    var count: Int { found.count }

    /// Matches of a score and better, those with the same source and target texts once. O(n).
    func count(atLeast score: Int) -> Int {
        Set(found.lazy.filter { $0.score >= score }.map { Key($0) }).count
    }

    /// By score, by likeness of the texts alone, by priority of the memories, and in the order of each; of equal source and
    /// target texts the first. O(n log n).
    var ordered: [Match] {
        var seen: Set<Key> = []
        let order = found.indices.sorted { left, right in
            let (one, other) = (found[left], found[right])
            if one.score != other.score { return one.score > other.score }
            if one.textScore != other.textScore { return one.textScore > other.textScore }
            if one.memory != other.memory { return one.memory < other.memory }
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
