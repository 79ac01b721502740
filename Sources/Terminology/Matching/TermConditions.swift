/// What must be true of a place, beside its words, for a term to stand there.
struct TermConditions: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// People are called so too: no surname stands behind it.
    static let firstName = TermConditions(rawValue: 1 << 0)
    /// Names of something else hold it: none of them stands there.
    static let otherName = TermConditions(rawValue: 1 << 1)
    /// It is a common word too: a word that tells stands before or behind it.
    static let homograph = TermConditions(rawValue: 1 << 2)
    /// One character that stands for a name in some compounds: one of them stands there.
    static let compound = TermConditions(rawValue: 1 << 3)
    /// Initials with points: they are no part of longer ones.
    static let initials = TermConditions(rawValue: 1 << 4)
    /// It is an adjective too: no noun with a capital stands before it.
    static let adjective = TermConditions(rawValue: 1 << 5)
}
