internal import UnicodeText

/// A text to find: pieces in their order with wildcards between them.
struct ConcordancePattern {
    /// What may stand between two pieces.
    enum Link: Hashable {
        /// Letters, marks and digits of one word: so many, or more if it is open.
        case word(minimum: Int, isOpen: Bool)
        /// So many words at most, and what stands between them.
        case gap(words: Int)
    }

    /// Words that a `*` standing alone may stand for.
    static let gapWords = 5

    private(set) var pieces: [PatternPiece] = []
    /// One less than pieces.
    private(set) var links: [Link] = []
    /// Whether no word may run on over the start; so where the first word has a wildcard.
    private(set) var startsAtWord = false
    private(set) var endsAtWord = false

    /// A text as it stands. `nil` for one without anything to find.
    init?(literal text: UTF8Text, isWholeWord: Bool = false) {
        pieces = [PatternPiece(text)]
        startsAtWord = isWholeWord
        endsAtWord = isWholeWord
        if pieces[0].isEmpty { return nil }
    }

    /// A text with wildcards: `*` for any letters and digits, `?` for one where a letter or digit follows, `*` between
    /// blanks for up to five words. A backslash takes the meaning from the `*`, `?` or backslash behind it.
    ///
    /// - Returns: `nil` for a text without anything to find.
    init?(wildcards text: UTF8Text, isWholeWord: Bool = false) throws(ConcordanceQueryError) {
        let tokens = WildcardToken.tokens(of: text)
        let wildcards = tokens.count { if case .literal = $0 { false } else { true } }
        guard wildcards <= ConcordanceQueryError.mostWildcards else { throw .tooManyWildcards }
        var literal: [UInt8] = []
        var link: Link?
        for token in tokens {
            let next: Link
            switch token {
            case .literal(let bytes):
                if let pending = link {
                    links.append(pending)
                    link = nil
                }
                literal += bytes
                continue
            case .one: next = .word(minimum: 1, isOpen: false)
            case .many: next = .word(minimum: 0, isOpen: true)
            case .gap: next = .gap(words: Self.gapWords)
            }
            if let pending = link, let both = Self.joined(pending, next) {
                link = both
                continue
            }
            if let pending = link { links.append(pending) }
            pieces.append(PatternPiece(UTF8Text(unchecked: literal)))
            literal = []
            link = next
        }
        if let link { links.append(link) }
        pieces.append(PatternPiece(UTF8Text(unchecked: literal)))
        if pieces.allSatisfy(\.isEmpty) {
            if holds(UInt8(ascii: "*"), in: text.bytes) { throw .onlyWildcards }
            return nil
        }
        startsAtWord = isWholeWord || WildcardToken.hasWildcardInFirstWord(tokens)
        endsAtWord = isWholeWord || WildcardToken.hasWildcardInFirstWord(tokens.reversed())
    }

    /// `nil` for links of two kinds, which have an empty piece between them.
    private static func joined(_ one: Link, _ other: Link) -> Link? {
        switch (one, other) {
        case (.word(let minimum, let isOpen), .word(let more, let isAlsoOpen)):
            .word(minimum: minimum + more, isOpen: isOpen || isAlsoOpen)
        case (.gap(let words), .gap(let more)): .gap(words: words + more)
        case (.gap, .word), (.word, .gap): nil
        }
    }

    /// Whether all pieces occur in a weak key: necessary, not sufficient.
    func mayOccur(in weakKey: [UInt8]) -> Bool {
        pieces.allSatisfy { $0.isEmpty || $0.bytes.firstRange(in: weakKey) != nil }
    }
}
