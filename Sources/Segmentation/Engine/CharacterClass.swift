internal import UnicodeText

/// What a character is to the scanner, apart from letters and digits.
enum CharacterClass {
    case space
    /// Opens a quotation or bracket by its nature; a few of them close in some languages ("“" in German).
    case openQuote, openBracket
    case closeQuote, closeBracket
    /// `"` and `'`, which are both.
    case neutralQuote
    /// Dashes, hyphens and bullets.
    case dash
    /// Formatting characters without width: direction marks, joiners, the byte order mark.
    case invisible
    /// Punctuation that goes on with a sentence: comma, semicolon, colon.
    case continuing
    /// `¿` and `¡`.
    case inverted
    case other

    @inline(__always)
    init(_ value: UInt32) {
        switch value {
        // Most characters are letters or digits, and are not looked for below; none of those below is among these.
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0..<0x55D, 0x620..<0x1363, 0x3042..<0xFE41: self = .other
        default: self.init(rare: value)
        }
    }

    private init(rare value: UInt32) {
        switch value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            self = .space
        case 0x22, 0x27, 0xFF02, 0xFF07: self = .neutralQuote
        case 0x28, 0x5B, 0x7B, 0xFF08, 0xFF3B, 0xFF5B, 0x3010, 0x3014, 0x3016, 0x3018, 0x27E8: self = .openBracket
        case 0x29, 0x5D, 0x7D, 0xFF09, 0xFF3D, 0xFF5D, 0x3011, 0x3015, 0x3017, 0x3019, 0x27E9: self = .closeBracket
        case 0x2018, 0x201A, 0x201B, 0x201C, 0x201E, 0x201F, 0xAB, 0x2039, 0x300C, 0x300E, 0x300A, 0x3008, 0xFE41,
            0xFE43, 0xFF62, 0x301D:
            self = .openQuote
        case 0x2019, 0x201D, 0xBB, 0x203A, 0x300D, 0x300F, 0x300B, 0x3009, 0xFE42, 0xFE44, 0xFF63, 0x301E, 0x301F:
            self = .closeQuote
        case 0x2022, 0x2023, 0x2043, 0x25A0, 0x25AA, 0x25CF, 0x25E6, 0x2756, 0x27A2: self = .dash
        case 0x2D, 0x2010...0x2015, 0x2212, 0x2E3A, 0x2E3B: self = .dash
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0x61C: self = .invisible
        case 0x2C, 0x3A, 0x3B, 0x60C, 0x61B, 0x3001, 0xFF0C, 0xFF1A, 0xFF1B, 0xFE50, 0xFF64, 0x1363...0x1366, 0x55D:
            self = .continuing
        case 0xBF, 0xA1: self = .inverted
        default: self = .other
        }
    }

    /// Characters that a word before a full stop cannot hold.
    var endsToken: Bool {
        switch self {
        case .other, .invisible: false
        default: true
        }
    }
}

extension Unicode.Scalar {
    /// The kind, without asking for ASCII letters and digits, of which most words are.
    var basicKind: Kind {
        switch value {
        case 0x61...0x7A: .lower
        case 0x41...0x5A: .upper
        case 0x30...0x39: .digit
        default: kind
        }
    }
}
