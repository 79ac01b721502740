internal import UnicodeText

/// The first words of phrases as bits, so that a look tells that no phrase begins at a word. Some look like an opening
/// and are none.
struct PhraseOpenings: Sendable {
    /// By a hash of the first eight bytes.
    private var eights = BitSet(width: 16)
    /// By a hash of the first four: of phrases that are shorter, or have an apostrophe further on, which has several shapes.
    private var fours = BitSet(width: 14)
    /// By a hash of the first word: of phrases that are shorter still, or have their apostrophe before.
    private var words = BitSet(width: 14)
    /// By two bytes: of short phrases that take longer words, those whose first word is a letter, and those that begin with
    /// other than letters and digits of ASCII.
    private var twos = BitSet(width: 16)

    init(_ phrases: [PhraseTrie.Phrase]) {
        for phrase in phrases { insert(phrase.text.bytes, isPrefix: phrase.isPrefix) }
    }

    private func insert(_ bytes: [UInt8], isPrefix: Bool) {
        guard let first = bytes.first else { return }
        if ASCIIWord.contains(first) {
            for (length, bits) in [(8, eights), (4, fours)]
            where bytes.count >= length && !bytes[..<length].contains(0x27) {
                return bits.insert(Self.number(bytes.prefix(length)))
            }
            let word = bytes.prefix(8).prefix { ASCIIWord.contains($0) }
            // "a-z" is no word that every "a" begins.
            let isWord = word.count == bytes.count ? !isPrefix : word.count > 1
            if isWord { return words.insert(Self.number(word)) }
        }
        // Anything may follow a phrase of one byte; an apostrophe has shapes that begin with E2 and CA.
        let seconds = bytes.count == 1 ? Array(0...255) : bytes[1] == 0x27 ? [0x27, 0xE2, 0xCA] : [bytes[1]]
        for second in seconds { twos.insert(at: Int(first) | Int(second) << 8) }
    }

    /// Whether a phrase may begin at an offset of case-folded text. O(1), without a branch that depends on the text.
    @inline(__always)
    func mayBegin(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
        let word = ASCIIWord.load(bytes, at: offset)
        let others = ~ASCIIWord.alphanumerics(word) & 0x8080_8080_8080_8080
        // Eight letters or more are no short word, but may look like one.
        let first = word & (1 &<< UInt64(others.trailingZeroBitCount & 56) &- 1)
        return eights.bit(word) | fours.bit(word & 0xFFFF_FFFF) | words.bit(first) | twos.bit(at: Int(word & 0xFFFF))
            != 0
    }

    /// Bytes as a number, the first the lowest.
    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
