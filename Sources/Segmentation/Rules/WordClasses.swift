/// What a listed word or abbreviation is to the rules.
struct WordClasses: OptionSet, Sendable {
    let rawValue: UInt16

    /// Stands before a name, never at the end of a sentence: Dr., Mrs.
    static let title = WordClasses(rawValue: 1 << 0)
    /// An abbreviation only before a number: No., Art., pp.
    static let number = WordClasses(rawValue: 1 << 1)
    /// Always inside a sentence: e.g., i.e.
    static let inner = WordClasses(rawValue: 1 << 2)
    /// May end a sentence, and does so only before a starter word: U.S., Inc.
    static let ending = WordClasses(rawValue: 1 << 3)
    /// May end a sentence, and does so before any capital that is no follower: p.m., etc.
    static let final = WordClasses(rawValue: 1 << 4)
    /// A word that begins sentences and is no name: The, He.
    static let starter = WordClasses(rawValue: 1 << 5)
    /// A name that goes on after a "final" abbreviation: 9 a.m. Monday.
    static let follower = WordClasses(rawValue: 1 << 6)
    /// A month, which an ordinal number stands before: 3. Oktober.
    static let month = WordClasses(rawValue: 1 << 7)
    /// A word that puts a time at the front of its sentence: At 5 a.m. Mr. Smith went.
    static let fronting = WordClasses(rawValue: 1 << 8)
    /// A verb that names the speaker of a quotation: said, asked.
    static let quotative = WordClasses(rawValue: 1 << 9)
    /// Written with a capital wherever it stands: I.
    static let capital = WordClasses(rawValue: 1 << 10)
    /// A whole word, no abbreviation, though it looks like one.
    static let word = WordClasses(rawValue: 1 << 11)
    /// An exception that the user gave.
    static let exception = WordClasses(rawValue: 1 << 12)

    /// Written in small letters with an apostrophe before, at the start of a sentence too: Dutch 's, 't.
    static let elided = WordClasses(rawValue: 1 << 13)
    /// Begins family names as well as sentences: M. Le Pen.
    static let particle = WordClasses(rawValue: 1 << 14)

    static let abbreviations: WordClasses = [.title, .number, .inner, .ending, .final]
}
