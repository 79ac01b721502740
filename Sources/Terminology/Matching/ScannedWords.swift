/// What is known of the words of a scanner's texts, once there is enough of them for words to come again.
final class ScannedWords {
    /// A state behind a word that begins terms.
    struct Beginning: BitwiseCopyable {
        let state: TermScan.State
        /// What the next word of terms must begin with, as bits of `TermTree`, behind any of the word's states; all where
        /// one ends with this word.
        let beginnings: UInt64
    }

    struct Known: BitwiseCopyable {
        /// A text has some thousand forms of words; the most frequent ones are nearly all of it.
        let first = WordMemory<Beginning>(width: 13)
        /// Words behind the first of a term: what words of terms they may be.
        let later = WordMemory<WordMatch>(width: 11)
    }

    private var known: Known?
    /// Bytes of the texts so far.
    private var scanned = 0

    private static let shortTexts = 4_096

    deinit {
        known?.first.deallocate()
        known?.later.deallocate()
    }

    /// What is known, for a text of so many bytes, good as long as this object; `nil` while texts are too short for words
    /// to come again.
    func known(for count: Int) -> Known? {
        if let known { return known }
        scanned += count
        guard scanned > Self.shortTexts else { return nil }
        let made = Known()
        known = made
        return made
    }
}
