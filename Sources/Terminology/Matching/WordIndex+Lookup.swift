extension WordIndex {
    /// The index through pointers, for the innermost loop; good as long as the index it was made of.
    struct Lookup {
        let words: UnsafePointer<Word>
        let bytes: UnsafePointer<UInt8>
        let marks: UnsafePointer<UInt8>
        let uses: UnsafePointer<Use>
        private let hashes: UnsafePointer<UInt64>
        private let slots: UnsafePointer<Int32>
        private let mask: Int
        private let bits: UnsafePointer<UInt64>
        private let bitShift: UInt64
        private let powers: UnsafePointer<UInt64>

        init(_ index: WordIndex) {
            words = index.words.start
            bytes = index.bytes.start
            marks = index.marks.start
            uses = index.uses.start
            hashes = index.hashes.start
            slots = index.slots.start
            mask = index.mask
            bits = index.bits.start
            bitShift = index.bitShift
            powers = TokenHash.powers.start
        }

        /// Calls `found` with the uses whose base is a part of a key.
        @inline(__always)
        func forEachUse(of key: TokenKey, _ start: Int, _ end: Int, _ found: (Int, UnsafePointer<Use>) -> Void) {
            let hash = key.hashes[end] &- key.hashes[start] &* powers[end - start]
            let mixed = TokenHash.mixed(hash)
            let bit = Int(truncatingIfNeeded: mixed >> bitShift)
            guard bits[bit >> 6] & 1 << UInt64(bit & 63) != 0 else { return }
            let slot = Int(truncatingIfNeeded: mixed) & mask
            var number = Int(slots[slot])
            let last = Int(slots[slot + 1])
            while number < last {
                if hashes[number] == hash {
                    let use = uses + number
                    if Int(use.pointee.count) == end - start,
                        isSame(bytes + Int(use.pointee.key), key.bytes + start, end - start)
                    {
                        found(number, use)
                    }
                }
                number += 1
            }
        }

        /// Whether a part of a key is a whole word.
        @inline(__always)
        func isWord(_ number: Int32, _ key: TokenKey, _ start: Int, _ end: Int) -> Bool {
            let word = words + Int(number)
            return Int(word.pointee.count) == end - start
                && isSame(bytes + Int(word.pointee.key), key.bytes + start, end - start)
        }

        @inline(__always)
        private func isSame(_ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, _ count: Int) -> Bool {
            for index in 0..<count where one[index] != other[index] { return false }
            return true
        }
    }
}
