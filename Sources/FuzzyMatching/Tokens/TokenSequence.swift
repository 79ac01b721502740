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
        // Five bytes and a space are a usual word.
        tokens.reserveCapacity(min(text.count / 5 + 4, 256))
        tokenizer.forEach(in: text) { token in
            if token.kind == .sign { signs.append(token) } else { tokens.append(token) }
        }
        self.tokens = tokens.isEmpty ? signs : tokens
        self.signs = tokens.isEmpty ? [] : signs
    }

    /// Whether the tokens are signs.
    var isOfSigns: Bool { tokens.first?.kind == .sign }
}
