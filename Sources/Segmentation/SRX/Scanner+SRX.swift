internal import UnicodeText

extension Scanner {
    /// Readies the scanner for a unit that rules of an SRX file decide in, alone or with ours.
    mutating func scanForSRX(_ unit: ByteRange, _ mode: SRXSegmenter.Mode) {
        switch mode {
        case .add: scan(unit)
        case .replace: self.unit = unit
        }
    }

    /// Whether the word before a place is an exception of the user, or the place is within one. Work is bounded.
    func hasException(at offset: Int) -> Bool {
        guard !exceptions.isEmpty else { return false }
        var end = offset
        for _ in 0..<16 {
            guard let (scalar, length) = character(before: end) else { return false }
            switch CharacterClass(scalar.value) {
            case .space, .invisible, .closeQuote, .closeBracket, .neutralQuote: end -= length
            default:
                if scalar == "." { end -= length }
                return words(at: token(before: end)).contains(.exception) || isWithinException(offset)
            }
        }
        return false
    }

    /// Whether the next word is the second of an exception such as "z. T.", and is none by itself.
    private func isWithinException(_ offset: Int) -> Bool {
        let start = skipSpace(from: offset)
        guard start < unit.upperBound else { return false }
        let end = NextToken(at: start, in: self).wordEnd
        guard end > start, end < unit.upperBound, bytes[end] == 0x2E else { return false }
        let word = token(before: end)
        return !exceptions.classes(of: bytes, in: word).contains(.exception) && words(at: word).contains(.exception)
    }
}
