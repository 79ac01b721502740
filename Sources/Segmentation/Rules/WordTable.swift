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

    /// All words with their classes, in the order they came.
    var all: [(word: [UInt8], classes: WordClasses)] {
        entries.map { (Array(blob[$0.start..<$0.start + $0.length]), $0.classes) }
    }

    /// The classes of the word in a range of bytes; none if it is not listed. O(length).
    func classes(of bytes: [UInt8], in range: Range<Int>) -> WordClasses {
        switch find(bytes, range) {
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

    private func find(_ bytes: [UInt8], _ range: Range<Int>) -> Place {
        let mask = slots.count - 1
        var slot = Self.hash(bytes, range) & mask
        while true {
            let index = Int(slots[slot])
            if index == 0 { return .free(slot) }
            let entry = entries[index - 1]
            if entry.length == range.count {
                var same = true
                for offset in 0..<entry.length where blob[entry.start + offset] != bytes[range.lowerBound + offset] {
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
    private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        for index in range { hash = (hash ^ UInt32(bytes[index])) &* 0x0100_0193 }
        return Int(hash ^ hash >> 15)
    }
}
