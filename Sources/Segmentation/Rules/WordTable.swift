/// Words with their classes, by bytes: an open-addressed hash table over one run of bytes.
struct WordTable: Sendable {
    private struct Entry: Sendable {
        var start: Int
        var length: Int
        var classes: WordClasses
    }

    private var blob: [UInt8] = []
    private var entries: [Entry] = []
    /// Index into `entries` plus one, 0 for a free slot. The count is a power of two.
    private var slots: [UInt32] = Array(repeating: 0, count: 64)

    var isEmpty: Bool { entries.isEmpty }

    /// The classes of the word in a range of bytes; none if it is not listed. O(length).
    ///
    /// `loweringFirst` looks the word up as if its first letter, an ASCII capital, were a small one.
    func classes(of bytes: [UInt8], in range: Range<Int>, loweringFirst: Bool = false) -> WordClasses {
        switch find(bytes, range, loweringFirst ? 0x20 : 0) {
        case .found(let entry): return entries[entry].classes
        case .free: return []
        }
    }

    func classes(of word: [UInt8]) -> WordClasses { classes(of: word, in: 0..<word.count) }

    /// Adds classes to a word.
    mutating func insert(_ word: [UInt8], _ classes: WordClasses) {
        guard !word.isEmpty else { return }
        switch find(word, 0..<word.count) {
        case .found(let entry): entries[entry].classes.formUnion(classes)
        case .free(let slot):
            entries.append(Entry(start: blob.count, length: word.count, classes: classes))
            blob.append(contentsOf: word)
            slots[slot] = UInt32(entries.count)
            if entries.count * 2 > slots.count { grow() }
        }
    }

    /// Takes classes from a word.
    mutating func remove(_ word: [UInt8], _ classes: WordClasses) {
        if case .found(let entry) = find(word, 0..<word.count) { entries[entry].classes.subtract(classes) }
    }

    private enum Place { case found(Int), free(Int) }

    /// `bit` is set in the first byte of the word that is looked for.
    private func find(_ bytes: [UInt8], _ range: Range<Int>, _ bit: UInt8 = 0) -> Place {
        guard let first = range.first else { return .free(0) }
        let mask = slots.count - 1
        var slot = Self.hash(bytes, range, bit) & mask
        while true {
            let index = Int(slots[slot])
            if index == 0 { return .free(slot) }
            let entry = entries[index - 1]
            if entry.length == range.count, blob[entry.start] == bytes[first] | bit {
                var same = true
                for offset in 1..<entry.length where blob[entry.start + offset] != bytes[range.lowerBound + offset] {
                    same = false
                    break
                }
                if same { return .found(index - 1) }
            }
            slot = (slot + 1) & mask
        }
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for (index, entry) in entries.enumerated() {
            var slot = Self.hash(blob, entry.start..<entry.start + entry.length) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(index + 1)
        }
    }

    /// FNV-1a, 32 bits.
    private static func hash(_ bytes: [UInt8], _ range: Range<Int>, _ bit: UInt8 = 0) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        var bit = UInt32(bit)
        for index in range {
            hash = (hash ^ (UInt32(bytes[index]) | bit)) &* 0x0100_0193
            bit = 0
        }
        return Int(hash ^ hash >> 15)
    }
}
