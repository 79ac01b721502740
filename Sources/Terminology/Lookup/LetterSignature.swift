/// The letters of a text in 64 bits, so that most texts that are not near are told without comparing them.
///
/// Letters are thrown into 32 boxes; a bit says that a box has one, another that it has two or more. An edit (a letter put in,
/// left out or replaced, neighbours exchanged) adds one bit at most and takes one away, so that texts `d` edits apart differ
/// in no more than `d` bits each way.
enum LetterSignature {
    static func of(_ letters: some Sequence<Unicode.Scalar>) -> UInt64 {
        var (once, twice) = (UInt64(0), UInt64(0))
        for letter in letters {
            let box = UInt64(1) << UInt64((letter.value &* 0x9E37_79B1) >> 27)
            twice |= once & box
            once |= box
        }
        return once | twice << 32
    }

    /// Whether texts of these signatures may be so few edits apart.
    @inline(__always)
    static func mayBeNear(_ one: UInt64, _ other: UInt64, _ limit: Int) -> Bool {
        (one & ~other).nonzeroBitCount <= limit && (other & ~one).nonzeroBitCount <= limit
    }
}
