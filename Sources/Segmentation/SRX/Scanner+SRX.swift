internal import UnicodeText

extension Scanner {
    /// Readies the scanner for a unit that rules of an SRX file decide in, alone or with ours.
    mutating func scanForSRX(_ unit: ByteRange, _ mode: SRXSegmenter.Mode) {
        switch mode {
        case .add: scan(unit)
        case .replace: self.unit = unit
        }
    }

    /// Whether the word before a place is an exception of the user. Work is bounded.
    func hasException(before offset: Int) -> Bool {
        guard !exceptions.isEmpty else { return false }
        var end = offset
        for _ in 0..<16 {
            guard let (scalar, length) = character(before: end) else { return false }
            switch CharacterClass(scalar.value) {
            case .space, .invisible, .closeQuote, .closeBracket, .neutralQuote: end -= length
            default:
                if scalar == "." { end -= length }
                return words(at: token(before: end)).contains(.exception)
            }
        }
        return false
    }
}
