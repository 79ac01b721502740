public import UnicodeText

/// A text as it is compared: the tokens that count, and the signs between them.
public struct TokenSequence: Sendable {
    public let text: UTF8Text
    /// Words, numbers and addresses; of a text that has none, its signs.
    public let tokens: [Token]
    /// The punctuation marks, when there is anything else.
    public let signs: [Token]

    public init(_ text: UTF8Text, tokenizer: Tokenizer) {
        self.text = text
        var tokens: [Token] = []
        var signs: [Token] = []
        tokenizer.forEach(in: text) { token in
            if token.kind == .sign { signs.append(token) } else { tokens.append(token) }
        }
        self.tokens = tokens.isEmpty ? signs : tokens
        self.signs = tokens.isEmpty ? [] : signs
    }

    /// What a token is told apart by: one key for all numbers, one for all addresses, else the folded text.
    func key(of token: Token) -> UTF8Text {
        switch token.kind {
        case .number: Self.numberKey
        case .address: Self.addressKey
        case .word, .sign: FoldedKey.key(of: text[token.range])
        }
    }

    // No folded word or sign is a control character.
    private static let numberKey: UTF8Text = "\u{1}"
    private static let addressKey: UTF8Text = "\u{2}"
}
