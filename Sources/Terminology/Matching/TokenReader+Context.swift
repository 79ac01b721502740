internal import UnicodeText

extension TokenReader {
    /// The word before an offset, where blanks and at most one line end stand between.
    func word(before offset: Int) -> ByteRange? {
        var end = offset
        var newlines = 0
        while end > 0 {
            let before = start(before: end)
            let kind = character(at: before).kind
            guard kind == .blank || kind == .newline else { break }
            if kind == .newline, text[before] != 0x0D { newlines += 1 }
            end = before
        }
        return end < offset && newlines < 2 ? word(endingAt: end) : nil
    }

    private func word(endingAt end: Int) -> ByteRange? {
        var first = end
        while first > 0 {
            let before = start(before: first)
            guard character(at: before).kind.isOfToken, end - before < TokenKey.limit else { break }
            first = before
        }
        return first < end ? first..<end : nil
    }

    /// The word behind an offset, where blanks and at most one line end stand between.
    func word(behind offset: Int) -> ByteRange? {
        let gap = gap(from: offset)
        guard gap.code == TokenGap.blank, gap.newlines < 2 else { return nil }
        var end = gap.end
        while end < text.count, end - gap.end < TokenKey.limit {
            let character = character(at: end)
            guard character.kind.isOfToken else { break }
            end += character.length
        }
        return end > gap.end ? gap.end..<end : nil
    }

    /// Whether some text stands right before an offset as whole words; the case of ASCII and the kind of blank do not count.
    ///
    /// - Parameter isJoined: whether prefixes are written together with words, with a hyphen or without: Zulu "e-New Mexico",
    ///   "eNew Mexico".
    func stands(_ part: UTF8Text, before offset: Int, isJoined: Bool = false) -> Bool {
        let start = offset - part.count
        guard start >= 0, isSame(part, start) else { return false }
        guard start > 0, start < offset, character(at: start).kind == .letter else { return true }
        if isJoined, Self.isCapital(text[start]), !Self.isCapital(text[start - 1]) { return true }
        let kind = character(at: self.start(before: start)).kind
        return kind != .letter && kind != .mark && kind != .hyphen
    }

    /// Whether some text stands right behind an offset.
    func stands(_ part: UTF8Text, behind offset: Int) -> Bool {
        let end = offset + part.count
        guard end <= text.count, isSame(part, offset) else { return false }
        guard end < text.count, end > offset, character(at: self.start(before: end)).kind == .letter else {
            return true
        }
        let kind = character(at: end).kind
        return kind != .letter && kind != .mark
    }

    /// Whether a name stands in the name of something else.
    func holds(_ frame: NameFrame, _ name: ByteRange, isJoined: Bool) -> Bool {
        guard stands(frame.behind, behind: name.upperBound) else { return false }
        guard let first = frame.beforeJoined else {
            return stands(frame.before, before: name.lowerBound, isJoined: isJoined)
        }
        guard name.lowerBound > 0, text[name.lowerBound - 1] == 0x2D, let word = word(endingAt: name.lowerBound - 1)
        else { return false }
        return stands(first, before: word.lowerBound)
    }

    private func isSame(_ part: UTF8Text, _ start: Int) -> Bool {
        for (index, byte) in part.bytes.enumerated() {
            let other = text[start + index]
            if other == byte || Self.plain(other) == Self.plain(byte) { continue }
            return false
        }
        return true
    }

    private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

    private static func plain(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x41...0x5A: byte | 0x20
        case 0x0A, 0x0D, 0x2D: 0x20
        default: byte
        }
    }

    /// Whether a word is one letter and a point stands behind it. The filter of words does not know initials, for "a" and
    /// "e" are words of most texts.
    @inline(__always)
    func isInitial(_ start: Int, _ end: Int) -> Bool {
        end < text.count && text[end] == 0x2E && end - start <= 3 && end == start + character(at: start).length
    }

    /// Whether a letter and a point stand before an offset: initials that go on to the left.
    func hasInitial(before offset: Int) -> Bool {
        let end = offset > 0 && text[offset - 1] == 0x20 ? offset - 1 : offset
        guard end > 1, text[end - 1] == 0x2E else { return false }
        let letter = start(before: end - 1)
        guard character(at: letter).kind == .letter else { return false }
        return end == offset || letter == 0 || character(at: start(before: letter)).kind == .blank
    }

    /// Whether a point stands at an offset and a letter right behind it, or a blank and a letter with a point.
    func hasInitial(behind offset: Int) -> Bool {
        guard offset + 1 < text.count, text[offset] == 0x2E else { return false }
        let letter = text[offset + 1] == 0x20 ? offset + 2 : offset + 1
        guard letter < text.count, character(at: letter).kind == .letter else { return false }
        let end = letter + character(at: letter).length
        return letter == offset + 1 || end < text.count && text[end] == 0x2E
    }
}
