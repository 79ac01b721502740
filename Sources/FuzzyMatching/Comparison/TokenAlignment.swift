/// The pairs of tokens of a cheapest edit script between two sequences.
///
/// Cheapest by the number of edits first, then by the number of pairs that are only nearly equal. O(m · n) time and
/// bytes after what both have in common at their ends.
struct TokenAlignment {
    enum Pair: UInt8 {
        case identical, similar, different
    }

    enum Step: Hashable {
        /// Indices of the two tokens, with the same key but another form.
        case similar(Int, Int)
        case replaced(Int, Int)
        case removed(Int)
        case added(Int)
    }

    /// Number of replaced, removed and added tokens: the Levenshtein distance of the keys.
    private(set) var distance = 0
    /// What is not identical, in order.
    private(set) var steps: [Step] = []

    init(_ m: Int, _ n: Int, compare: (Int, Int) -> Pair) {
        var start = 0
        while start < m, start < n, compare(start, start) == .identical { start += 1 }
        var end = 0
        while end < m - start, end < n - start, compare(m - 1 - end, n - 1 - end) == .identical { end += 1 }
        align(start, m - start - end, n - start - end, compare)
    }

    /// Which step led to a cell.
    private enum Origin: UInt8 { case diagonalIdentical, diagonalSimilar, replaced, removed, added }

    private mutating func align(_ start: Int, _ m: Int, _ n: Int, _ compare: (Int, Int) -> Pair) {
        // One edit outweighs any number of similar pairs.
        let edit = min(m, n) + 1
        var origins = [UInt8](repeating: Origin.added.rawValue, count: (m + 1) * (n + 1))
        var row = (0...n).map { $0 * edit }
        for i in 0..<m {
            var diagonal = row[0]
            row[0] += edit
            origins[(i + 1) * (n + 1)] = Origin.removed.rawValue
            for j in 0..<n {
                let above = row[j + 1]
                let pair = compare(start + i, start + j)
                var best = diagonal + (pair == .identical ? 0 : pair == .similar ? 1 : edit)
                var origin: Origin =
                    pair == .identical ? .diagonalIdentical : pair == .similar ? .diagonalSimilar : .replaced
                if above + edit < best {
                    best = above + edit
                    origin = .removed
                }
                if row[j] + edit < best {
                    best = row[j] + edit
                    origin = .added
                }
                diagonal = above
                row[j + 1] = best
                origins[(i + 1) * (n + 1) + j + 1] = origin.rawValue
            }
        }
        distance = row[n] / edit
        var i = m
        var j = n
        while i > 0 || j > 0 {
            switch Origin(rawValue: origins[i * (n + 1) + j]) {
            case .diagonalIdentical:
                i -= 1
                j -= 1
            case .diagonalSimilar:
                i -= 1
                j -= 1
                steps.append(.similar(start + i, start + j))
            case .replaced:
                i -= 1
                j -= 1
                steps.append(.replaced(start + i, start + j))
            case .removed:
                i -= 1
                steps.append(.removed(start + i))
            case .added, nil:
                j -= 1
                steps.append(.added(start + j))
            }
        }
        steps.reverse()
    }
}
