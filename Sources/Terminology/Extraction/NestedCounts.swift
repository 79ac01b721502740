internal import UnicodeText

/// How often candidates stand within longer ones.
struct NestedCounts {
    private var sums: [[Int32]: (count: Int, longer: Int, most: Int)] = [:]

    /// O(candidates · longest²).
    init(_ counts: [[Int32]: Int]) {
        for (key, count) in counts where key.count > 1 {
            var parts: Set<[Int32]> = []
            for start in key.indices {
                for end in start + 1...key.count where end - start < key.count { parts.insert(Array(key[start..<end])) }
            }
            for part in parts where counts[part] != nil {
                let sum = sums[part] ?? (0, 0, 0)
                sums[part] = (sum.count + count, sum.longer + 1, max(sum.most, count))
            }
        }
    }

    func cValue(of key: [Int32], count: Int) -> Double {
        let weight = 1 + Logarithm.base2(Double(key.count))
        guard let nested = sums[key] else { return weight * Double(count) }
        // It never stands but in the longer one: "Supremo" of "Tribunal Supremo".
        if nested.most >= count { return 0 }
        return weight * (Double(count) - Double(nested.count) / Double(nested.longer))
    }
}
