/// A word of a text that is one of a term's.
struct WordMatch: BitwiseCopyable {
    /// From the best to the least.
    enum Rank: UInt8, Comparable, BitwiseCopyable {
        case same, toneless, inflected, compound

        static func < (one: Rank, other: Rank) -> Bool { one.rawValue < other.rawValue }
    }

    let word: Int32
    let rank: Rank
    /// Bytes of the key before and behind the word that are clitics.
    let clitic: Int32
    let enclitic: Int32
    /// How it was found: indices of the use and the affixes, -1 for none.
    let use: Int32
    let head: Int32
    let tail: Int32

    /// Whether it says less of the text to be something else.
    func isBetter(than other: WordMatch) -> Bool {
        (rank.rawValue, clitic + enclitic) < (other.rank.rawValue, other.clitic + other.enclitic)
    }
}
