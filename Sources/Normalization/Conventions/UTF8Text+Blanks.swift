internal import UnicodeText

extension UTF8Text {
    /// The end of the blanks of a line that begin at an offset.
    func endOfBlanks(from offset: Int) -> Int {
        var end = offset
        while end < count {
            let (scalar, length) = scalar(at: end)
            guard scalar.isLineBlank else { break }
            end += length
        }
        return end
    }

    /// The start of the blanks of a line that end at an offset.
    func startOfBlanks(before offset: Int) -> Int {
        var start = offset
        while start > 0 {
            let (scalar, length) = scalar(before: start)
            guard scalar.isLineBlank else { break }
            start -= length
        }
        return start
    }
}

extension Unicode.Scalar {
    /// A blank people set before French punctuation: the space, the no-break and the thin ones.
    var isLineBlank: Bool {
        switch value {
        case 0x20, 0xA0, 0x2009, 0x202F: true
        default: false
        }
    }
}
