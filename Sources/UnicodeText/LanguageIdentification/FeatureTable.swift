/// Features (words, trigrams) and the languages that each speaks for: a hash table with chained entries.
struct FeatureTable {
    struct Entry {
        /// Index of the language.
        let language: UInt8
        /// In fortieths of a bit.
        let weight: Int32
        /// The next entry of the same feature, -1 at the end.
        let next: Int32
    }

    private var keys: [UInt64]
    private var heads: [Int32]
    private var entries: [Entry] = []
    private var used = 0

    init() {
        keys = Array(repeating: 0, count: 1 << 16)
        heads = Array(repeating: -1, count: 1 << 16)
    }

    var count: Int { entries.count }

    /// Adds a language to a feature. O(1) on average.
    mutating func add(_ key: UInt64, language: UInt8, weight: Int32) {
        if used * 4 > keys.count * 3 { grow() }
        let slot = slot(of: key)
        if heads[slot] < 0 {
            keys[slot] = key
            used += 1
        }
        entries.append(Entry(language: language, weight: weight, next: heads[slot]))
        heads[slot] = Int32(entries.count - 1)
    }

    /// Adds the weights of a feature to the scores of its languages. O(1) on average.
    func score(_ key: UInt64, into scores: inout [Int32]) {
        var index = heads[slot(of: key)]
        while index >= 0 {
            let entry = entries[Int(index)]
            scores[Int(entry.language)] &+= entry.weight
            index = entry.next
        }
    }

    /// The slot that holds the key or may take it.
    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while heads[slot] >= 0 && keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = zip(keys, heads).filter { $0.1 >= 0 }
        keys = Array(repeating: 0, count: keys.count * 2)
        heads = Array(repeating: -1, count: keys.count)
        for (key, head) in old {
            let slot = slot(of: key)
            keys[slot] = key
            heads[slot] = head
        }
    }
}
