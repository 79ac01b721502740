internal import UnicodeText

extension TermMatcher.Builder {
    struct Token {
        let range: ByteRange
        let key: WordIndex.Key
        let gap: UInt64

        var letters: Int { key.bytes.count { $0 & 0xC0 != 0x80 } }
    }

    /// The tokens of a term; `nil` where one is no word, or where an empty line stands between two.
    func tokens(of text: UTF8Text, _ kind: WordKind) -> [Token]? {
        text.bytes.withUnsafeBytes { bytes in
            let reader = TokenReader(bytes, affixes.table)
            var tokens: [Token] = []
            var gap = reader.gap(from: 0)
            while gap.end < bytes.count {
                let token = reader.token(at: gap.end, into: key)
                if token.isTooLong { return nil }
                if token.count > 0 {
                    var kind = kind
                    if token.isUnspaced { kind.insert(.unspaced) }
                    if !tokens.isEmpty { kind.insert(.later) }
                    let marks =
                        affixes.table.hasMarks
                        ? Array(UnsafeBufferPointer(start: key.marks, count: token.count))
                        : [UInt8](repeating: 0, count: token.count)
                    let code = TokenReader.code(
                        gap, tokens.last?.key.kind.contains(.unspaced) ?? false, token.isUnspaced)
                    if code == TokenGap.paragraph, !tokens.isEmpty { return nil }
                    tokens.append(
                        Token(
                            range: token.start..<token.end,
                            key: WordIndex.Key(bytes: key.array(0..<token.count), marks: marks, kind: kind),
                            gap: code))
                }
                gap = reader.gap(from: token.next)
            }
            return tokens
        }
    }

    func kind(of term: Term, _ text: UTF8Text) -> WordKind {
        var kind: WordKind = []
        if term.partOfSpeech == "properNoun" { kind.insert(.name) }
        if term.type == .acronym || isAllCapitals(text) { kind.insert(.acronym) }
        if term.flags.contains(.exact) { kind.insert(.exact) }
        return kind
    }

    /// "AI", "5G", "WHO": two letters or more and all of them capitals; "i-US", where prefixes stand before a hyphen.
    private func isAllCapitals(_ text: UTF8Text) -> Bool {
        var letters = text.placedScalars.map(\.scalar)
        if words.language.writing.joinsHyphens, let hyphen = letters.firstIndex(of: "-"),
            letters[..<hyphen].allSatisfy({ $0.kind == .lower })
        {
            letters.removeFirst(hyphen + 1)
        }
        let hasOthers = letters.contains { $0.kind == .lower || $0.kind == .otherLetter }
        return !hasOthers && letters.count { $0.kind == .upper } >= 2
    }

    /// Of each word whether it has a capital that counts. Where one is enough, that of a short word is not: an article
    /// of a name ("La Réunion") has one at the beginning of a sentence too.
    func capitals(_ text: UTF8Text, _ tokens: [Token], _ isCaseSensitive: Bool) -> [Bool] {
        let capitals = tokens.map { text.hasCapital($0.range) }
        guard words.language.names.needsOneCapital, !isCaseSensitive else { return capitals }
        let long = zip(tokens, capitals).map { $1 && text[$0.range].scalarCount > Self.mostLettersOfArticle }
        return long.contains(true) ? long : capitals
    }

    private static let mostLettersOfArticle = 3
}

extension UTF8Text {
    func hasCapital(_ range: ByteRange) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, length) = scalar(at: offset)
            if scalar.kind == .upper { return true }
            offset += length
        }
        return false
    }
}
