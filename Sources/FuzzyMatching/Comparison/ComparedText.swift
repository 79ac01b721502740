internal import UnicodeText

/// A text with what its tokens are told apart by.
struct ComparedText {
    let sequence: TokenSequence
    /// Folded words, stemmed where the language has a stemmer; one key for all numbers, one for all addresses.
    let keys: [UTF8Text]
    let signKeys: [UTF8Text]

    init(_ sequence: TokenSequence, stemmer: Stemmer?) {
        self.sequence = sequence
        keys = sequence.tokens.map { Self.key(of: $0, in: sequence.text, stemmer) }
        signKeys = sequence.signs.map { FoldedKey.key(of: sequence.text[$0.range]) }
    }

    private static func key(of token: Token, in text: UTF8Text, _ stemmer: Stemmer?) -> UTF8Text {
        switch token.kind {
        case .number: return numberKey
        case .address: return addressKey
        case .sign: return FoldedKey.key(of: text[token.range])
        case .word:
            let folded = FoldedKey.key(of: text[token.range])
            return stemmer?.stem(folded) ?? folded
        }
    }

    // No folded word or sign is a control character.
    private static let numberKey: UTF8Text = "\u{1}"
    private static let addressKey: UTF8Text = "\u{2}"
}
