/// Features (words, trigrams) and the languages that each speaks for: a hash table made once, the languages of a feature
/// side by side in memory.
struct FeatureTable {
    struct Entry {
        let key: UInt64
        /// Index of the language.
        let language: UInt8
        /// In fortieths of a bit.
        let weight: Int16
    }

    /// What a feature says for one language.
    private struct Weight {
        let language: UInt8
        /// Whether it is the feature's last.
        var isLast: Bool
        let weight: Int16
    }

    private struct Slot {
        var key: UInt64 = 0
        /// The feature's first weight, -1 for a free slot.
        var first: Int32 = -1
    }

    private var slots: [Slot]
    private var weights: [Weight] = []

    /// O(n log n).
    init(_ entries: [Entry]) {
        let sorted = entries.sorted { $0.key < $1.key }
        var features = 0
        for index in sorted.indices where index == 0 || sorted[index - 1].key != sorted[index].key { features += 1 }
        var count = 16
        while count < features * 2 { count *= 2 }
        slots = [Slot](repeating: Slot(), count: count)
        weights.reserveCapacity(sorted.count)
        for (index, entry) in sorted.enumerated() {
            if index == 0 || sorted[index - 1].key != entry.key {
                slots[place(of: entry.key)] = Slot(key: entry.key, first: Int32(index))
            }
            let isLast = index + 1 == sorted.count || sorted[index + 1].key != entry.key
            weights.append(Weight(language: entry.language, isLast: isLast, weight: entry.weight))
        }
    }

    var count: Int { weights.count }

    /// Adds the weights of a feature to the scores of its languages. O(1) on average.
    func score(_ key: UInt64, into scores: inout [Int32]) {
        var index = Int(slots[place(of: key)].first)
        guard index >= 0 else { return }
        while true {
            let weight = weights[index]
            scores[Int(weight.language)] &+= Int32(weight.weight)
            if weight.isLast { return }
            index += 1
        }
    }

    /// The slot that holds the key or may take it.
    private func place(of key: UInt64) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[place].first >= 0 && slots[place].key != key { place = (place + 1) & mask }
        return place
    }
}
