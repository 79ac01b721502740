/// The numbers of what tokens are told apart by. Words come after signs: `IndexHeader.firstWord` is the first.
enum Symbol {
    /// White space and control characters, which are no tokens.
    static let nothing = 0
    /// All numbers are one symbol, and all addresses another.
    static let number = 1
    static let address = 2
    static let firstSign = 3
    /// A token that no segment has.
    static let unknown = UInt32.max
}
