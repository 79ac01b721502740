internal import UnicodeText

/// What tokens are told apart by, while an index is built: folded words of one stem are one symbol.
struct SymbolTable {
    private let stemmer: Stemmer?
    private(set) var keys = Vocabulary()
    /// The symbol of each key.
    private(set) var symbols: [UInt32] = []
    /// Whether each symbol is a sign. The first ones are no keys' (`Symbol`).
    private(set) var areSigns = [Bool](repeating: false, count: Symbol.firstSign)

    init(stemmer: Stemmer?) { self.stemmer = stemmer }

    /// The symbol of a token's bytes, given now if it has none.
    mutating func symbol(of token: UTF8Text, _ kind: Token.Kind) -> UInt32 {
        switch kind {
        case .number: return UInt32(Symbol.number)
        case .address: return UInt32(Symbol.address)
        case .word, .sign: break
        }
        let folded = FoldedKey.key(of: token)
        if let known = folded.bytes.withUnsafeBytes({ keys.find($0) }) { return symbols[Int(known)] }
        guard kind == .word, let stemmer else { return add(folded, newSymbol(isSign: kind == .sign)) }
        let stem = UTF8Text(unchecked: FuzzyIndex.stemKey(of: folded, stemmer))
        if let known = stem.bytes.withUnsafeBytes({ keys.find($0) }) { return add(folded, symbols[Int(known)]) }
        return add(folded, add(stem, newSymbol(isSign: false)))
    }

    /// To be called when no more tokens come.
    mutating func endLookup() { keys.endLookup() }

    private mutating func newSymbol(isSign: Bool) -> UInt32 {
        areSigns.append(isSign)
        return UInt32(areSigns.count - 1)
    }

    private mutating func add(_ key: UTF8Text, _ symbol: UInt32) -> UInt32 {
        let number = keys.number(key)
        if Int(number) == symbols.count { symbols.append(symbol) }
        return symbol
    }
}
