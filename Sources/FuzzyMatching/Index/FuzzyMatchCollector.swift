internal import UnicodeText

/// The best matches so far, at most `limit` (0: all), best first and then by id.
struct FuzzyMatchCollector {
    let limit: Int
    private var found: [FuzzyMatch] = []

    init(limit: Int) { self.limit = limit }

    var isFull: Bool { limit > 0 && found.count >= limit }
    var lowest: Int { found.last?.score ?? 0 }

    /// Best first, then by id, then as they came.
    var matches: [FuzzyMatch] { limit > 0 ? found : found.sorted(by: Self.precedes) }

    /// Whether a match of at most this score would be among the best.
    func mayTake(_ score: Int, id: Int64) -> Bool {
        guard isFull, let last = found.last else { return true }
        return score != last.score ? score > last.score : id < last.id
    }

    mutating func add(_ match: FuzzyMatch) {
        guard limit > 0 else {
            found.append(match)
            return
        }
        if isFull, let last = found.last, !Self.precedes(match, last) { return }
        found.insert(match, at: found.partitionIndex { !Self.precedes(match, $0) })
        if found.count > limit { found.removeLast() }
    }

    private static func precedes(_ left: FuzzyMatch, _ right: FuzzyMatch) -> Bool {
        left.score != right.score ? left.score > right.score : left.id < right.id
    }
}
