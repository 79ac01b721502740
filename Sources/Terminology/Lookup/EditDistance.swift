/// Edit distance with transpositions of neighbours (optimal string alignment; Damerau 1964).
enum EditDistance {
    /// The distance between two texts if it is at most `limit`, else `nil`. O(n × limit).
    static func between(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar], atMost limit: Int) -> Int? {
        guard abs(one.count - other.count) <= limit else { return nil }
        var beforeLast = [Int](repeating: 0, count: other.count + 1)
        var last = Array(0...other.count)
        var current = last
        for row in 1..<max(1, one.count + 1) {
            current[0] = row
            let from = max(1, row - limit)
            let to = min(other.count, row + limit)
            if from > 1 { current[from - 1] = limit + 1 }
            var least = current[0]
            if from <= to {
                for column in from...to {
                    let cost = one[row - 1] == other[column - 1] ? 0 : 1
                    var best = min(
                        column == row + limit ? limit + 1 : last[column] + 1, current[column - 1] + 1,
                        last[column - 1] + cost)
                    if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
                        best = min(best, beforeLast[column - 2] + 1)
                    }
                    current[column] = best
                    least = min(least, best)
                }
            }
            if least > limit { return nil }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[other.count] <= limit ? last[other.count] : nil
    }
}
