/// The elements of a query, pairs of token and occurrence, from rare to frequent.
struct QueryElements {
    /// How many no segment has; these are the rarest.
    private(set) var unknown = 0
    /// Places of the others in the index's order.
    private(set) var ranks: [UInt32] = []
    /// Kept for its memory.
    private var sorted: [UInt32] = []

    /// O(n log n).
    mutating func set(_ symbols: [UInt32], in index: FuzzyIndex) {
        unknown = 0
        ranks.removeAll(keepingCapacity: true)
        sorted.removeAll(keepingCapacity: true)
        sorted.append(contentsOf: symbols)
        Self.sort(&sorted)
        var last = Symbol.unknown
        var occurrence: UInt32 = 0
        for symbol in sorted {
            if symbol == Symbol.unknown {
                unknown += 1
                continue
            }
            occurrence = symbol == last ? occurrence + 1 : 0
            last = symbol
            if occurrence == 0 {
                ranks.append(index.ranks[Int(symbol)])
            } else if let rank = index.repeatedRank(RepeatedElement.key(symbol, occurrence)) {
                ranks.append(rank)
            } else {
                unknown += 1
            }
        }
        Self.sort(&ranks)
    }

    /// Sentences are short: putting each in its place costs less than the library's way.
    private static func sort(_ numbers: inout [UInt32]) {
        guard numbers.count <= 40 else { return numbers.sort() }
        numbers.withUnsafeMutableBufferPointer { numbers in
            var next = 1
            while next < numbers.count {
                let number = numbers[next]
                var place = next
                while place > 0, numbers[place - 1] > number {
                    numbers[place] = numbers[place - 1]
                    place -= 1
                }
                numbers[place] = number
                next += 1
            }
        }
    }
}

extension FuzzyIndex {
    /// The place in the order of a second or later occurrence; `nil` where no segment has it. O(log n).
    func repeatedRank(_ key: UInt64) -> UInt32? {
        var low = 0
        var high = repeatedKeys.count
        while low < high {
            let middle = (low + high) / 2
            if repeatedKeys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < repeatedKeys.count && repeatedKeys[low] == key ? repeatedRanks[low] : nil
    }
}
