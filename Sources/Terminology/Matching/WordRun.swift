internal import UnicodeText

/// A run of letters and digits of ASCII and bytes beyond it, with which a word begins: up to 32 bytes, the first the
/// lowest, with zeroes behind them.
struct WordRun: BitwiseCopyable {
    let bytes: (UInt64, UInt64, UInt64, UInt64)
    let count: Int

    @inline(__always)
    var isASCII: Bool { (bytes.0 | bytes.1 | bytes.2 | bytes.3) & 0x8080_8080_8080_8080 == 0 }
}

extension TokenReader {
    /// The run that begins at an offset, if what stands behind it is no part of its words, and what they are does not
    /// depend on it. O(1).
    @inline(__always)
    func run(at offset: Int) -> WordRun? {
        guard offset &+ 40 <= count else { return nil }
        func word(_ index: Int) -> UInt64 {
            start.loadUnaligned(fromByteOffset: offset &+ 8 &* index, as: UInt64.self).littleEndian
        }
        /// Bits of the bytes that belong to the run.
        func bits(_ word: UInt64) -> Int {
            let others = ~(word | ASCIIWord.alphanumerics(word)) & 0x8080_8080_8080_8080
            return others.trailingZeroBitCount & ~7
        }
        func mask(_ bits: Int) -> UInt64 { (1 &<< UInt64(truncatingIfNeeded: bits)) &- 1 }
        let run: WordRun
        let first = word(0)
        var end = bits(first)
        if end < 64 {
            run = WordRun(bytes: (first & mask(end), 0, 0, 0), count: end &>> 3)
        } else {
            let second = word(1)
            end = bits(second)
            if end < 64 {
                run = WordRun(bytes: (first, second & mask(end), 0, 0), count: 8 &+ end &>> 3)
            } else {
                let third = word(2)
                end = bits(third)
                if end < 64 {
                    run = WordRun(bytes: (first, second, third & mask(end), 0), count: 16 &+ end &>> 3)
                } else {
                    let fourth = word(3)
                    end = bits(fourth)
                    guard end < 64 else { return nil }
                    run = WordRun(bytes: (first, second, third, fourth & mask(end)), count: 24 &+ end &>> 3)
                }
            }
        }
        let behind = start.load(fromByteOffset: offset &+ run.count, as: UInt8.self)
        if behind == 0x20 { return run }
        // A letter with a point behind it may be initials.
        return endsWord(offset &+ run.count) && (run.count > 3 || behind != 0x2E) ? run : nil
    }

    /// The run behind a word and one blank, as `run(at:)`.
    @inline(__always)
    func run(behind last: Token) -> WordRun? {
        guard !last.isUnspaced, last.next &+ 1 < count, byte(at: last.next) == 0x20,
            character(at: last.next &+ 1).kind == .letter
        else { return nil }
        return run(at: last.next &+ 1)
    }
}
