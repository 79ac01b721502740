internal import UnicodeText

/// What words of a text turned out to be, by their bytes: most words stood before, and few begin a term.
///
/// A word is told by the run of letters and digits of ASCII and bytes beyond it that it begins: nothing has to be
/// decoded or folded to find it again. Of two words with one slot the later one is kept.
final class WordMemory {
    /// Up to 32 bytes, the first the lowest, with zeroes behind them.
    struct Run: BitwiseCopyable {
        let bytes: (UInt64, UInt64, UInt64, UInt64)
        let count: Int

        @inline(__always)
        var isASCII: Bool { (bytes.0 | bytes.1 | bytes.2 | bytes.3) & 0x8080_8080_8080_8080 == 0 }
    }

    /// What is known of the first word of a run.
    struct Word: BitwiseCopyable {
        fileprivate var bytes: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        /// What the next word of terms must begin with, as bits of `TermTree`; all where one ends with this word.
        fileprivate(set) var beginnings: UInt64 = 0
        fileprivate var firstState: UInt32 = 0
        /// States behind it; 0 where it begins no term.
        fileprivate(set) var states: UInt8 = 0
        // Of its token, from the beginning of the run on.
        fileprivate var keyCount: UInt8 = 0
        fileprivate var endOffset: UInt8 = 0
        fileprivate var nextOffset: UInt8 = 0

        @inline(__always) var next: Int { Int(nextOffset) }

        func token(at start: Int) -> TokenReader.Token {
            TokenReader.Token(start: start, end: start + Int(endOffset), next: start + next, count: Int(keyCount))
        }
    }

    /// A text has some thousand forms of words; the most frequent ones are nearly all of it.
    private static let size = 8_192
    private static let shift: UInt64 = 64 - 13
    /// More states than words can have at a time are those of words that were forgotten.
    private static let mostStates = 1 << 16

    private var words: UnsafeMutablePointer<Word>?
    /// Bytes of the texts so far.
    private var scanned = 0
    private let states = ScratchList<TermScan.State>()

    deinit { words?.deallocate() }

    /// The words that are known, for a text of so many bytes; `nil` while texts are too short for words to come again.
    func words(for count: Int) -> UnsafeMutablePointer<Word>? {
        if let words { return words }
        scanned += count
        guard scanned > Self.shortTexts else { return nil }
        let made = UnsafeMutablePointer<Word>.allocate(capacity: Self.size)
        made.initialize(repeating: Word(), count: Self.size)
        words = made
        return made
    }

    private static let shortTexts = 4_096

    /// What is known of a run; `nil` for nothing. O(1).
    @inline(__always)
    static func word(_ run: Run, in words: UnsafeMutablePointer<Word>) -> UnsafePointer<Word>? {
        let word = words + slot(run.bytes)
        let (one, other) = (word.pointee.bytes, run.bytes)
        let difference = (one.0 ^ other.0) | (one.1 ^ other.1) | (one.2 ^ other.2) | (one.3 ^ other.3)
        return difference == 0 ? UnsafePointer(word) : nil
    }

    func copyStates(of word: Word, to target: ScratchList<TermScan.State>) {
        target.removeAll()
        for index in 0..<Int(word.states) { target.append(states[Int(word.firstState) + index]) }
    }

    /// Keeps the states behind a run's first word; `beginnings` as in `Word`.
    func learn(
        _ run: Run, _ token: TokenReader.Token, _ beginnings: UInt64, _ new: ScratchList<TermScan.State>
    ) {
        guard let words, new.count <= UInt8.max, token.count <= UInt8.max else { return }
        if states.count + new.count > Self.mostStates {
            states.removeAll()
            words.update(repeating: Word(), count: Self.size)
        }
        words[Self.slot(run.bytes)] = Word(
            bytes: run.bytes, beginnings: beginnings, firstState: UInt32(states.count), states: UInt8(new.count),
            keyCount: UInt8(token.count), endOffset: UInt8(token.end - token.start),
            nextOffset: UInt8(token.next - token.start))
        for index in 0..<new.count { states.append(new[index]) }
    }

    @inline(__always)
    private static func slot(_ bytes: (UInt64, UInt64, UInt64, UInt64)) -> Int {
        let low = bytes.0 &* 0x9E37_79B9_7F4A_7C15 &+ bytes.1 &* 0xD6E8_FEB8_6659_FD93
        let high = bytes.2 &* 0xC2B2_AE3D_27D4_EB4F &+ bytes.3 &* 0x1656_67B1_9E37_79F9
        return Int(truncatingIfNeeded: (low &+ high) >> shift)
    }
}

extension TokenReader {
    /// The run that begins at an offset, if what stands behind it is no part of its words, and what they are does not
    /// depend on it. O(1).
    @inline(__always)
    func run(at offset: Int) -> WordMemory.Run? {
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
        let run: WordMemory.Run
        let first = word(0)
        var end = bits(first)
        if end < 64 {
            run = WordMemory.Run(bytes: (first & mask(end), 0, 0, 0), count: end &>> 3)
        } else {
            let second = word(1)
            end = bits(second)
            if end < 64 {
                run = WordMemory.Run(bytes: (first, second & mask(end), 0, 0), count: 8 &+ end &>> 3)
            } else {
                let third = word(2)
                end = bits(third)
                if end < 64 {
                    run = WordMemory.Run(bytes: (first, second, third & mask(end), 0), count: 16 &+ end &>> 3)
                } else {
                    let fourth = word(3)
                    end = bits(fourth)
                    guard end < 64 else { return nil }
                    run = WordMemory.Run(bytes: (first, second, third, fourth & mask(end)), count: 24 &+ end &>> 3)
                }
            }
        }
        let behind = start.load(fromByteOffset: offset &+ run.count, as: UInt8.self)
        if behind == 0x20 { return run }
        // A letter with a point behind it may be initials.
        return endsWord(offset &+ run.count) && (run.count > 3 || behind != 0x2E) ? run : nil
    }
}
