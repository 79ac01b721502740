internal import UnicodeText

extension TermScan {
    /// Reads the word at an offset into the key; a token without a key where it begins no term.
    ///
    /// Most words begin none; for those of ASCII that is told from eight bytes, without reading them one by one.
    @inline(__always)
    func word(at offset: Int, _ reader: TokenReader) -> TokenReader.Token {
        let text = reader.text
        var token: TokenReader.Token
        let end = ASCIIWord.end(in: text, from: offset)
        if end > offset, end == text.count || reader.endsWord(end) {
            let count = end - offset
            token = TokenReader.Token(start: offset, end: end, next: end, count: 0)
            let isInitial = count == 1 && reader.isInitial(offset, end)
            if isFiltered, !isInitial,
                !matcher.filter.mayBegin(Self.folded(ASCIIWord.load(text, at: offset)), count: count)
            {
                return token
            }
            guard count <= TokenKey.limit else { return token }
            Self.fold(text, offset..<end, into: key)
            guard isInitial || analyzer.mayBegin(key, count: count) else { return token }
            if reader.hasMarks { key.marks.update(repeating: 0, count: count) }
            token.count = count
            return token
        }
        token = reader.token(at: offset, into: key)
        let mayBegin =
            token.count > 0 && !token.isTooLong
            && (reader.isInitial(token.start, token.next) || analyzer.mayBegin(key, count: token.count))
        if !mayBegin { token.count = 0 }
        return token
    }

    /// Eight ASCII letters or digits in lower case; other bytes are what they are.
    @inline(__always)
    static func folded(_ word: UInt64) -> UInt64 { word | ASCIIWord.within(word, 0x41, 0x5A) >> 2 }

    @inline(__always)
    private static func fold(_ text: UnsafeRawBufferPointer, _ range: Range<Int>, into key: TokenKey) {
        var offset = range.lowerBound
        while offset < range.upperBound {
            UnsafeMutableRawPointer(key.bytes + offset - range.lowerBound).storeBytes(
                of: folded(ASCIIWord.load(text, at: offset)).littleEndian, as: UInt64.self)
            offset += 8
        }
    }
}
