/// The words of all terms, found by what is left of a text's word when a beginning and an ending are taken off.
struct WordIndex: Sendable {
    struct Word: Sendable, BitwiseCopyable {
        /// Where its key is in `bytes`, and how long it is.
        let key: Int32
        let count: Int32
        let kind: UInt8
    }

    /// One way to take a word apart.
    struct Use: Sendable, BitwiseCopyable {
        enum Kind: UInt8, Sendable, BitwiseCopyable { case base, stem, irregular }

        /// Sets of beginnings and of endings whose members may stand beside the base.
        let begins: UInt64
        let ends: UInt64
        let word: Int32
        /// Where the base is in `bytes`.
        let key: Int32
        let count: Int16
        /// Bytes of the word before its base.
        let own: Int16
        let kind: Kind
    }

    let words: FixedBuffer<Word>
    let bytes: FixedBuffer<UInt8>
    /// Marks left out of the keys, at the same places.
    let marks: FixedBuffer<UInt8>
    /// By the slots of their hashes, those of a slot side by side.
    let uses: FixedBuffer<Use>
    let hashes: FixedBuffer<UInt64>
    /// Where the uses of each slot begin, and after the last one their number.
    let slots: FixedBuffer<Int32>
    private let mask: Int

    init(words: [Word], bytes: [UInt8], marks: [UInt8], uses: [Use], hashes: [UInt64]) {
        self.words = FixedBuffer(words)
        self.bytes = FixedBuffer(bytes)
        self.marks = FixedBuffer(marks)
        var size = 16
        while size < uses.count * 2 { size *= 2 }
        mask = size - 1
        let places = hashes.map { [mask] in Int(truncatingIfNeeded: TokenHash.mixed($0)) & mask }
        var slots = [Int32](repeating: 0, count: size + 1)
        for place in places { slots[place + 1] += 1 }
        for slot in 0..<size { slots[slot + 1] += slots[slot] }
        self.slots = FixedBuffer(slots)
        var order = [Int](repeating: 0, count: uses.count)
        for (index, place) in places.enumerated() {
            order[Int(slots[place])] = index
            slots[place] += 1
        }
        self.uses = FixedBuffer(order.map { uses[$0] })
        self.hashes = FixedBuffer(order.map { hashes[$0] })
    }

    /// The uses that may have a hash.
    @inline(__always)
    func range(of hash: UInt64) -> Range<Int> {
        let slot = Int(truncatingIfNeeded: TokenHash.mixed(hash)) & mask
        return Int(slots.start[slot])..<Int(slots.start[slot + 1])
    }

    /// Whether bytes are those of a use.
    @inline(__always)
    func isSame(_ use: Use, _ other: UnsafePointer<UInt8>) -> Bool {
        let own = bytes.start + Int(use.key)
        for index in 0..<Int(use.count) where own[index] != other[index] { return false }
        return true
    }
}
