/// How a word of a term may change in a text.
struct WordKind: OptionSet, Hashable, Sendable {
    var rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    static let name = WordKind(rawValue: 1 << 0)
    static let acronym = WordKind(rawValue: 1 << 1)
    /// Not at all.
    static let exact = WordKind(rawValue: 1 << 2)
    /// A word behind the first one of a term.
    static let later = WordKind(rawValue: 1 << 3)
    /// Longer words may begin with it.
    static let prefix = WordKind(rawValue: 1 << 4)
    static let unspaced = WordKind(rawValue: 1 << 5)
    /// The language's data names words that look like forms of it and are none.
    static let contrasted = WordKind(rawValue: 1 << 6)
}
