internal import UnicodeText

/// What each character is, and the key it is compared by: composed, case-folded (Unicode 15, section 5.18), of one width,
/// without the vowel signs of Arabic and Hebrew; and what a language writes in two ways as one.
struct FoldTable: Sendable {
    /// A key of more than three bytes, or one that must be looked at.
    struct Expansion: Hashable, Sendable, BitwiseCopyable {
        /// UTF-8, the first byte the lowest; at most eight.
        var bytes: UInt64 = 0
        var count: UInt8 = 0
        /// What was left out of the key, as a number, 0 for nothing.
        var mark: UInt8 = 0
        /// Whether it may make one with the character before it.
        var isSecond = false
    }

    struct Pair: Sendable, BitwiseCopyable {
        let first: UInt32
        let second: UInt32
        let joined: UInt32
    }

    /// A number for each character of the first plane: its key in UTF-8 (bits 0 to 23) and the key's length (24, 25), or the
    /// index of an expansion where bit 30 is set; the class in bits 26 to 29.
    let entries: FixedBuffer<UInt32>
    let expansions: FixedBuffer<Expansion>
    let pairs: FixedBuffer<Pair>
    /// Whether keys leave out marks that may count.
    let hasMarks: Bool

    static let isExpansion: UInt32 = 1 << 30

    static func characterClass(_ entry: UInt32) -> CharacterClass {
        CharacterClass(rawValue: entry >> 26 & 15) ?? .other
    }

    /// The table for a language's writing. O(65,536).
    init(_ writing: Writing) {
        var draft = Draft.base
        draft.apply(writing)
        entries = FixedBuffer(draft.entries)
        expansions = FixedBuffer(draft.expansions)
        pairs = FixedBuffer(draft.pairs)
        hasMarks = draft.hasMarks
    }

    /// A character beyond the first plane: its class and what it folds to.
    static func beyond(_ scalar: Unicode.Scalar) -> (CharacterClass, Unicode.Scalar) {
        (Draft.characterClass(scalar), scalar.simpleFold)
    }
}
