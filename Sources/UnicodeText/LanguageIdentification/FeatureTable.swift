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
        let isLast: Bool
        let weight: Int16
    }

    private struct Slot {
        var key: UInt64 = 0
        /// The feature's first weight, -1 for a free slot.
        var first: Int32 = -1
    }

    private var slots: [Slot]
    private var weights: [Weight] = []

    /// O(n) on average.
    init(_ entries: [Entry]) {
        // A feature has an entry or more, most of them one.
        var count = 16
        while count < entries.count + entries.count / 2 { count *= 2 }
        slots = [Slot](repeating: Slot(), count: count)
        // How many languages each has, then where their weights begin.
        let places = entries.map { entry in
            let place = place(of: entry.key)
            slots[place].key = entry.key
            slots[place].first = max(0, slots[place].first) + 1
            return place
        }
        var total: Int32 = 0
        for index in slots.indices where slots[index].first > 0 {
            total += slots[index].first
            slots[index].first = total
        }
        // From the last to the first, so that each place ends where its weights begin.
        weights = [Weight](repeating: Weight(language: 0, isLast: false, weight: 0), count: entries.count)
        var isBegun = [Bool](repeating: false, count: count)
        for (place, entry) in zip(places, entries).reversed() {
            slots[place].first -= 1
            weights[Int(slots[place].first)] = Weight(
                language: entry.language, isLast: !isBegun[place], weight: entry.weight)
            isBegun[place] = true
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
