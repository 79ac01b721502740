internal import UnicodeText

/// What words of a text turned out to be, by their bytes: most words stood before, and few are words of terms.
///
/// A word is told by the run of letters and digits of ASCII and bytes beyond it that it begins (`WordRun`): nothing has
/// to be decoded or folded to find it again. Of two words with one slot the later one is kept.
///
/// Pointers and nothing else, so that to look a word up counts no references; whoever made it gives it back.
struct WordMemory<Element: BitwiseCopyable>: BitwiseCopyable {
    /// What is known of the first word of a run.
    struct Word: BitwiseCopyable {
        fileprivate var first: UInt32 = 0
        /// Elements that are kept of it; 0 where it is no word of a term.
        fileprivate(set) var count: UInt8 = 0
        // Of its token, from the beginning of the run on.
        fileprivate var keyCount: UInt8 = 0
        fileprivate var endOffset: UInt8 = 0
        fileprivate var nextOffset: UInt8 = 0

        /// Bytes of the run that are the word and what stands for nothing behind it.
        @inline(__always) var next: Int { Int(nextOffset) }

        func token(at start: Int) -> TokenReader.Token {
            TokenReader.Token(start: start, end: start + Int(endOffset), next: start + next, count: Int(keyCount))
        }
    }

    /// A word of up to eight bytes, as most are: four of them share a line of the processor's cache.
    private struct Short: BitwiseCopyable {
        var bytes: UInt64 = 0
        var word = Word()
    }

    private struct Long: BitwiseCopyable {
        var bytes: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        var word = Word()
    }

    private let shorts: UnsafeMutablePointer<Short>
    private let longs: UnsafeMutablePointer<Long>
    private let elements: UnsafeMutablePointer<Element>
    /// How many elements there are.
    private let used: UnsafeMutablePointer<Int>
    private let size: Int
    private let shift: UInt64

    /// Elements of all words: two for each, and most words have none.
    private var mostElements: Int { 2 * size }

    /// - Parameter width: so many bits number the words of either length that are kept.
    init(width: Int) {
        size = 1 << width
        shift = UInt64(64 - width)
        shorts = .allocate(capacity: size)
        shorts.initialize(repeating: Short(), count: size)
        longs = .allocate(capacity: size)
        longs.initialize(repeating: Long(), count: size)
        elements = .allocate(capacity: 2 * size)
        used = .allocate(capacity: 1)
        used.initialize(to: 0)
    }

    func deallocate() {
        shorts.deallocate()
        longs.deallocate()
        elements.deallocate()
        used.deallocate()
    }

    /// What is known of a run; `nil` for nothing. O(1).
    @inline(__always)
    func word(_ run: WordRun) -> Word? {
        if run.count <= 8 {
            let short = shorts + slot(run.bytes.0)
            return short.pointee.bytes == run.bytes.0 ? short.pointee.word : nil
        }
        let long = longs + slot(run.bytes)
        let (one, other) = (long.pointee.bytes, run.bytes)
        let difference = (one.0 ^ other.0) | (one.1 ^ other.1) | (one.2 ^ other.2) | (one.3 ^ other.3)
        return difference == 0 ? long.pointee.word : nil
    }

    /// The element of a number below the word's count.
    @inline(__always)
    func element(_ index: Int, of word: Word) -> Element { elements[Int(word.first) + index] }

    @inline(__always)
    func copy(_ word: Word, to target: ScratchList<Element>) {
        target.removeAll()
        for index in 0..<Int(word.count) { target.append(element(index, of: word)) }
    }

    /// Keeps what a run's first word is.
    func learn(_ run: WordRun, _ token: TokenReader.Token, _ new: ScratchList<Element>) {
        guard new.count <= UInt8.max, token.count <= UInt8.max else { return }
        if used.pointee + new.count > mostElements {
            // Most of them are those of words that were forgotten.
            used.pointee = 0
            shorts.update(repeating: Short(), count: size)
            longs.update(repeating: Long(), count: size)
        }
        let word = Word(
            first: UInt32(used.pointee), count: UInt8(new.count), keyCount: UInt8(token.count),
            endOffset: UInt8(token.end - token.start), nextOffset: UInt8(token.next - token.start))
        if run.count <= 8 {
            shorts[slot(run.bytes.0)] = Short(bytes: run.bytes.0, word: word)
        } else {
            longs[slot(run.bytes)] = Long(bytes: run.bytes, word: word)
        }
        for index in 0..<new.count {
            (elements + used.pointee).initialize(to: new[index])
            used.pointee += 1
        }
    }

    @inline(__always)
    private func slot(_ bytes: UInt64) -> Int {
        Int(truncatingIfNeeded: (bytes &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }

    @inline(__always)
    private func slot(_ bytes: (UInt64, UInt64, UInt64, UInt64)) -> Int {
        let low = bytes.0 &* 0x9E37_79B9_7F4A_7C15 &+ bytes.1 &* 0xD6E8_FEB8_6659_FD93
        let high = bytes.2 &* 0xC2B2_AE3D_27D4_EB4F &+ bytes.3 &* 0x1656_67B1_9E37_79F9
        return Int(truncatingIfNeeded: (low &+ high) >> shift)
    }
}
