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
    let mask: Int
    /// A bit for each hash, to pass over most of what is no base without going to the slots.
    let bits: FixedBuffer<UInt64>
    let bitShift: UInt64

    /// - Parameter slots: a power of two of them, and one more.
    init(
        words: FixedBuffer<Word>, bytes: FixedBuffer<UInt8>, marks: FixedBuffer<UInt8>, uses: FixedBuffer<Use>,
        hashes: FixedBuffer<UInt64>, slots: FixedBuffer<Int32>, bits: FixedBuffer<UInt64>, bitShift: UInt64
    ) {
        self.words = words
        self.bytes = bytes
        self.marks = marks
        self.uses = uses
        self.hashes = hashes
        self.slots = slots
        mask = slots.count - 2
        self.bits = bits
        self.bitShift = bitShift
    }

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
        var width: UInt64 = 12
        while 1 << width < uses.count * 16, width < 24 { width += 1 }
        bitShift = 64 - width
        var bits = [UInt64](repeating: 0, count: 1 << Int(width - 6))
        for hash in hashes {
            let bit = Int(truncatingIfNeeded: TokenHash.mixed(hash) >> bitShift)
            bits[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        self.bits = FixedBuffer(bits)
    }
}
