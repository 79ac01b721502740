internal import UnicodeText

extension TokenReader {
    /// Where in the text a number of bytes of a token's key end.
    func offset(in token: Token, of bytes: Int, _ key: TokenKey) -> Int {
        var (offset, count) = (token.start, 0)
        while offset < token.end {
            let character = character(at: offset)
            let before = count
            append(character, to: key, &count)
            // A mark without a key of its own belongs to the letter before it.
            if before >= bytes, count > before || before > bytes { return offset }
            offset += character.length
        }
        return offset
    }

    /// The end of a token without some bytes at the end of its key.
    func end(of token: Token, without bytes: Int, _ key: TokenKey) -> Int {
        offset(in: token, of: token.count - bytes, key)
    }

    /// For each letter of a part of a key whether it is a capital.
    func cases(of range: ByteRange, from start: Int, count: Int, _ key: TokenKey) -> [Bool] {
        var cases: [Bool] = []
        var (offset, position) = (range.lowerBound, 0)
        while offset < range.upperBound, position < start + count {
            let character = character(at: offset)
            let before = position
            append(character, to: key, &position)
            if before >= start, position > before { cases.append(isCapital(offset)) }
            offset += character.length
        }
        return cases
    }

    func hasCapital(_ range: ByteRange) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound {
            if isCapital(offset) { return true }
            offset += character(at: offset).length
        }
        return false
    }

    private func isCapital(_ offset: Int) -> Bool {
        decodeScalar(text.bindMemory(to: UInt8.self), at: offset).scalar.kind == .upper
    }

    /// Whether a blank stands at an offset, and behind it a word with a capital and small letters: a surname.
    func beginsName(_ start: Int) -> Bool {
        let gap = gap(from: start)
        guard gap.code == TokenGap.blank, gap.newlines == 0, gap.end < text.count, isCapital(gap.end) else {
            return false
        }
        let second = gap.end + character(at: gap.end).length
        return second < text.count
            && decodeScalar(text.bindMemory(to: UInt8.self), at: second).scalar.kind == .lower
    }

    /// The word that an apostrophe joins to what begins at an offset.
    func word(joinedBefore start: Int) -> UTF8Text? {
        guard start > 0 else { return nil }
        let apostrophe = self.start(before: start)
        guard apostrophe > 0, character(at: apostrophe).kind == .apostrophe else { return nil }
        var first = apostrophe
        while first > 0 {
            let before = self.start(before: first)
            let kind = character(at: before).kind
            guard kind.isOfToken || kind == .ignorable, apostrophe - before < TokenKey.limit else { break }
            first = before
        }
        return first < apostrophe ? folded(first..<apostrophe) : nil
    }

    /// The word that an apostrophe joins to what ends at an offset.
    func word(joinedBehind end: Int) -> UTF8Text? {
        guard end < text.count else { return nil }
        let apostrophe = character(at: end)
        guard apostrophe.kind == .apostrophe, end + apostrophe.length < text.count else { return nil }
        let start = end + apostrophe.length
        guard character(at: start).kind.isOfToken else { return nil }
        var last = start
        while last < text.count, last - start < TokenKey.limit {
            let character = character(at: last)
            guard character.kind.isOfToken || character.kind == .ignorable else { break }
            last += character.length
        }
        return folded(start..<last)
    }

    func folded(_ range: ByteRange) -> UTF8Text {
        let word = UTF8Text(unchecked: Array(text[range]))
        return (try? CaseMapping.fold(word)) ?? word
    }

    private func value(_ offset: Int) -> UInt32 {
        decodeScalar(text.bindMemory(to: UInt8.self), at: offset).scalar.value
    }

    func isKatakana(_ offset: Int) -> Bool {
        switch value(offset) {
        case 0x30A1...0x30FA, 0x30FC...0x30FE, 0x31F0...0x31FF, 0xFF66...0xFF9F: true
        default: false
        }
    }

    /// Han and kana.
    func isIdeographic(_ offset: Int) -> Bool { value(offset) >= 0x2E80 && !isBurmeseExtension(value(offset)) }

    private func isBurmeseExtension(_ value: UInt32) -> Bool { (0xA9E0...0xAA7F).contains(value) }

    /// Characters in a range, up to a number of them.
    func letters(in range: ByteRange, atMost limit: Int) -> Int {
        var (offset, count) = (range.lowerBound, 0)
        while offset < range.upperBound, count < limit {
            offset += character(at: offset).length
            count += 1
        }
        return count
    }

    /// A term's range and what stands about it without a break, at most some bytes each way.
    func unspacedRun(about range: ByteRange, atMost limit: Int) -> ByteRange {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, range.lowerBound - start < limit {
            let before = self.start(before: start)
            guard isInRun(before) else { break }
            start = before
        }
        while end < text.count, end - range.upperBound < limit, isInRun(end) { end += character(at: end).length }
        return start..<end
    }

    private func isInRun(_ offset: Int) -> Bool {
        let kind = character(at: offset).kind
        return kind == .unspaced || kind == .mark
    }
}
