/// Tells of nearly every word that begins no term that it does not: a Bloom filter over the first six bytes of what words
/// may look like, and over shorter words whole.
struct WordFilter: Sendable {
    /// Eight bytes, the first the lowest, and how many there are.
    struct Form: Hashable {
        let word: UInt64
        let count: Int

        init(_ bytes: some Sequence<UInt8>) {
            var (word, count) = (UInt64(0), 0)
            for byte in bytes {
                if count < 8 { word |= UInt64(byte) << UInt64(8 * count) }
                count += 1
            }
            self.word = word
            self.count = count
        }
    }

    private static let length = 6

    let bits: FixedBuffer<UInt64>
    /// What of a mixed hash is left out.
    let shift: UInt64
    /// Bit n: there are beginnings of n bytes behind which anything may stand.
    let open: UInt8

    /// - Parameters:
    ///   - forms: whole words.
    ///   - beginnings: words that begin otherwise unknown ones.
    init(forms: Set<Form>, beginnings: Set<Form>) {
        var size: UInt64 = 12
        // Sixteen bits a word: one of sixteen others is let through.
        while 1 << size < (forms.count + beginnings.count) * 16, size < 24 { size += 1 }
        shift = 64 - size
        var bits = [UInt64](repeating: 0, count: 1 << Int(size - 6))
        func insert(_ word: UInt64, _ count: Int, _ tag: Int) {
            let slot = Self.slot(word, count, tag, 64 - size)
            bits[slot >> 6] |= 1 << UInt64(slot & 63)
        }
        var open: UInt8 = 0
        for form in forms where form.count > 0 {
            let count = min(form.count, Self.length)
            insert(form.word, count, count)
        }
        for form in beginnings where form.count > 0 {
            let count = min(form.count, Self.length)
            insert(form.word, count, count == Self.length ? count : count + 8)
            if count < Self.length { open |= 1 << UInt8(count) }
        }
        self.open = open
        self.bits = FixedBuffer(bits)
    }

    /// - Parameter bits: as many as a hash without `shift` bits can name.
    init(bits: FixedBuffer<UInt64>, shift: UInt64, open: UInt8) {
        self.bits = bits
        self.shift = shift
        self.open = open
    }

    /// Whether a word may begin a term. O(1).
    @inline(__always)
    func mayBegin(_ word: UInt64, count: Int) -> Bool {
        let length = min(count, Self.length)
        if holds(word, length, length) { return true }
        return open != 0 && beginsOpen(word, count)
    }

    /// Whether a term may begin with six bytes and more behind them, shorter beginnings left aside. O(1).
    @inline(__always)
    func mayBegin(_ word: UInt64) -> Bool { holds(word, Self.length, Self.length) }

    private func beginsOpen(_ word: UInt64, _ count: Int) -> Bool {
        for length in 1..<Self.length where open & 1 << UInt8(length) != 0 && length <= count {
            if holds(word, length, length + 8) { return true }
        }
        return false
    }

    @inline(__always)
    private func holds(_ word: UInt64, _ length: Int, _ tag: Int) -> Bool {
        let slot = Self.slot(word, length, tag, shift)
        return bits.start[slot >> 6] & 1 << UInt64(slot & 63) != 0
    }

    @inline(__always)
    private static func slot(_ word: UInt64, _ length: Int, _ tag: Int, _ shift: UInt64) -> Int {
        let part = word & ((1 << UInt64(8 * length)) &- 1) | UInt64(tag) << 56
        return Int(truncatingIfNeeded: TokenHash.mixed(part &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }
}
