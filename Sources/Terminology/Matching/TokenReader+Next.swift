internal import UnicodeText

extension TokenReader {
    /// Whether a word of ASCII letters and digits is over at an offset.
    @inline(__always)
    func endsWord(_ offset: Int) -> Bool {
        let byte = byte(at: offset)
        guard byte < 0x80 else { return false }
        let kind = FoldTable.characterClass(entries[Int(byte)])
        return kind != .letter && kind != .ignorable
    }

    /// The token behind another one and the gap between them; `nil` at the end, at an empty line, and at what is no word.
    func next(after last: Token, into key: TokenKey) -> (token: Token, gap: UInt64)? {
        var gap = gap(from: last.next)
        while gap.end < text.count, gap.code != TokenGap.paragraph {
            let token = token(at: gap.end, into: key)
            if token.isTooLong { return nil }
            if token.count > 0 { return (token, Self.code(gap, last.isUnspaced, token.isUnspaced)) }
            gap = self.gap(from: token.next)
        }
        return nil
    }

    /// Whether what stands behind a word may be a word with one of some beginnings, as bits of `TermTree`.
    ///
    /// Where more than a look at two or three characters is needed to tell, it may.
    @inline(__always)
    func mayGoOn(at offset: Int, _ beginnings: UInt64) -> Bool {
        guard offset &+ 1 < count, byte(at: offset) == 0x20 else { return true }
        let first = character(at: offset &+ 1)
        var end = offset &+ 1 &+ first.length
        guard first.kind == .letter, isPlain(first), end < count else { return true }
        let second = character(at: end)
        guard isPlain(second) else { return true }
        var word = UInt64(first.entry & 0xFFFF)
        if first.count == 1 {
            end += second.length
            guard second.kind == .letter, second.count > 0, end < count, isPlain(character(at: end)) else {
                return true
            }
            word |= UInt64(second.entry & 0xFF) << 8
        }
        return first.count == 0 || TermTree.bit(of: word) & beginnings != 0
    }

    /// Whether a character's key stands in its entry, and changes nothing before it.
    @inline(__always)
    private func isPlain(_ character: Character) -> Bool {
        character.entry & FoldTable.isExpansion == 0 && character.beyond == 0
    }

    /// Where the marks end that belong to a character before an offset.
    @inline(__always)
    func endOfMarks(_ start: Int) -> Int {
        var offset = start
        while offset < text.count {
            let character = character(at: offset)
            guard character.kind == .mark || character.kind == .ignorable else { break }
            offset += character.length
        }
        return offset
    }

    /// The first eight bytes of the keys of characters of scripts without blanks, from one of them on.
    @inline(__always)
    func beginning(at start: Int) -> UInt64 {
        var word: UInt64 = 0
        var (offset, count, newlines) = (start, 0, 0)
        while offset < text.count, count < 6 {
            let character = character(at: offset)
            switch character.kind {
            case .unspaced, .mark:
                guard character.entry & FoldTable.isExpansion == 0, character.beyond == 0 else {
                    return slowBeginning(at: start)
                }
                word |= UInt64(character.entry & 0xFFFFFF) << UInt64(8 * count)
                count += Int(character.entry >> 24 & 3)
            case .ignorable: break
            case .newline where newlines == 0: newlines += 1
            case .blank where newlines > 0: break
            default: return word
            }
            offset += character.length
        }
        return word
    }

    /// The same with characters whose keys are longer, or change what stands before them.
    private func slowBeginning(at start: Int) -> UInt64 {
        let key = TokenKey()
        var (offset, count) = (start, 0)
        while offset < text.count, count < 8 {
            let character = character(at: offset)
            let kind = character.kind
            if kind == .unspaced || kind == .mark {
                append(character, to: key, &count)
            } else if kind != .ignorable, kind != .newline, kind != .blank {
                break
            }
            offset += character.length
        }
        return key.word(at: 0)
    }
}
