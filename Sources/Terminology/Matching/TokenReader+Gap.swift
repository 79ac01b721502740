/// What stands between two tokens.
struct TokenGap: Equatable {
    /// Nothing at all, or what means nothing where it stands.
    static let none: UInt64 = 0
    /// Blanks, a line end, a hyphen: one and the same.
    static let blank: UInt64 = 1
    static let apostrophe: UInt64 = 2
    /// An empty line: no term goes on behind it.
    static let paragraph = UInt64.max

    /// The same number for the same gap: a hash of the characters where there are others than those.
    var code: UInt64
    /// Where the next token begins, or the end of the text.
    var end: Int
    /// Line ends in it.
    var newlines = 0
}

extension TokenReader {
    /// What stands from an offset to the next token. O(length).
    func gap(from start: Int) -> TokenGap {
        var offset = start
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var (count, newlines, isBlank, last) = (0, 0, false, UInt64(0))
        func add(_ value: UInt64) {
            hash = (hash ^ value) &* 0x100_0000_01b3
            count += 1
            last = value
        }
        while offset < text.count {
            let character = character(at: offset)
            let kind = character.kind
            if kind.isOfToken { break }
            switch kind {
            case .ignorable: break
            case .blank, .newline, .hyphen:
                if kind == .newline, !isCarriageReturnOfPair(offset) { newlines += 1 }
                // A hyphen with a blank before it is a dash.
                if kind == .hyphen, isBlank { add(0x2D) } else if last != TokenGap.blank { add(TokenGap.blank) }
                isBlank = kind != .hyphen
            case .apostrophe:
                add(TokenGap.apostrophe)
                isBlank = false
            default:
                add(UInt64(character.entry & 0xFFFFFF | character.beyond) << 8 | 3)
                isBlank = false
            }
            offset += character.length
        }
        var gap = TokenGap(code: hash, end: offset, newlines: newlines)
        if newlines > 1 {
            gap.code = TokenGap.paragraph
        } else if count == 0 {
            gap.code = TokenGap.none
        } else if count == 1, last == TokenGap.blank || last == TokenGap.apostrophe {
            gap.code = last
        }
        return gap
    }

    /// The first half of CR LF.
    private func isCarriageReturnOfPair(_ offset: Int) -> Bool {
        text[offset] == 0x0D && offset + 1 < text.count && text[offset + 1] == 0x0A
    }

    /// The gap as it counts between two kinds of tokens: where a script without blanks meets another a blank is a
    /// matter of style, and within one a line end is.
    static func code(_ gap: TokenGap, _ isUnspaced: Bool, _ isNextUnspaced: Bool) -> UInt64 {
        guard gap.code == TokenGap.blank else { return gap.code }
        if isUnspaced != isNextUnspaced { return TokenGap.none }
        return isUnspaced && gap.newlines == 1 ? TokenGap.none : gap.code
    }
}
