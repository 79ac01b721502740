extension UTF8Text {
    /// The first place where the phrase stands with no letter, mark or digit right before or after it.
    public func firstWholeWords(_ phrase: UTF8Text) -> ByteRange? {
        guard let head = phrase.bytes.first, phrase.count <= count else { return nil }
        var offset = 0
        while offset + phrase.count <= count {
            guard let start = bytes[offset...(count - phrase.count)].firstIndex(of: head) else { return nil }
            let end = start + phrase.count
            if bytes[start..<end].elementsEqual(phrase.bytes), !isInsideWord(start), !isInsideWord(end) {
                return start..<end
            }
            offset = start + 1
        }
        return nil
    }

    /// Whether an offset stands between two characters of one word: letters, marks or digits on both sides.
    public func isInsideWord(_ offset: Int) -> Bool {
        guard offset > 0, offset < count else { return false }
        return Self.isWordCharacter(scalar(before: offset).scalar) && Self.isWordCharacter(scalar(at: offset).scalar)
    }

    private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.kind {
        case .upper, .lower, .otherLetter, .mark, .digit, .otherNumber: true
        default: false
        }
    }
}
