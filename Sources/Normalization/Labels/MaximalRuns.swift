/// The maximal scoring runs of a sequence of weights: disjoint, each with no beginning and no end that lowers its sum.
///
/// Ruzzo and Tompa, A linear time algorithm for finding all maximal scoring subsequences (ISMB 1999). O(n).
enum MaximalRuns {
    struct Run {
        var range: Range<Int>
        var weight: Double
    }

    /// The runs in order.
    static func runs(of weights: [Double]) -> [Run] {
        struct Open {
            var range: Range<Int>
            /// Sums of all weights before the run and up to its end.
            var left: Double
            var right: Double
            /// The nearest open run before this one that begins at a lower sum, -1 if none does.
            var lower: Int
        }
        var open: [Open] = []
        var sum = 0.0
        for (index, weight) in weights.enumerated() {
            guard weight > 0 else {
                sum += weight
                continue
            }
            var run = Open(range: index..<index + 1, left: sum, right: sum + weight, lower: open.count - 1)
            sum += weight
            while true {
                while run.lower >= 0, open[run.lower].left >= run.left { run.lower = open[run.lower].lower }
                guard run.lower >= 0, open[run.lower].right < run.right else { break }
                let start = open[run.lower]
                open.removeSubrange(run.lower...)
                run = Open(
                    range: start.range.lowerBound..<run.range.upperBound, left: start.left, right: run.right,
                    lower: start.lower)
            }
            open.append(run)
        }
        return open.map { Run(range: $0.range, weight: $0.right - $0.left) }
    }

    /// The heaviest of the runs, at most so many, in order.
    static func heaviest(_ count: Int, of weights: [Double]) -> [Run] {
        let all = runs(of: weights)
        if all.count <= count { return all }
        return all.sorted { $0.weight > $1.weight }.prefix(count).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
