internal import UnicodeText

/// What a character is to the words of a text.
enum WordClass: UInt8 {
    case none
    /// Letters, marks and digits that make words with their neighbours of this class.
    case spaced
    /// Those of scripts without spaces: each may be a word, or a part of one.
    case unspaced

    init(_ value: UInt32) {
        if value < 0x80 {
            self = value | 0x20 >= 0x61 && value | 0x20 <= 0x7A || value >= 0x30 && value <= 0x39 ? .spaced : .none
            return
        }
        guard let scalar = Unicode.Scalar(value) else {
            self = .none
            return
        }
        switch scalar.kind {
        case .upper, .lower, .otherLetter, .mark, .digit, .otherNumber: self = scalar.isUnspaced ? .unspaced : .spaced
        default: self = .none
        }
    }
}
