internal import UnicodeText

/// What a character is to its neighbours, as far as `NeighbourCost` asks.
struct CharacterTraits: Sendable {
    /// Word characters come first, so that one comparison tells them.
    enum Role: UInt8, Sendable {
        case lower, upper, caseless, mark
        case digit, blank, noBreak, neutral, punctuation
        case quote, lowQuote, guillemet, turnedComma, apostrophe, ellipsis, dash
        case registered, degree, ordinal, superscript, dagger
        case currency, section, inverted, fraction, micro, middleDot, accent, arithmetic, root
        case symbol, picture, box
        case control, softHyphen, format, lost, unknown
    }

    let role: Role
    /// Number of the script, 0 for common and inherited.
    let script: UInt8
    /// How seldom press copy has the character, in tenths of a unit.
    let rarity: UInt8
    let isASCII: Bool
    let tell: Tell
    /// The letters among the bytes 0x80...0x9F of windows-1252, which stand in no word after what `tell` tells.
    let isTail: Bool

    /// Letters that are seldom where they are half of a misreading.
    enum Tell: Sendable {
        case none
        /// "Â" and "Ã", the first of two characters for a Latin letter or sign.
        case capitalA
        /// "â", the first of three characters for most of what is punctuation; few words end in it.
        case smallCircumflexA
        /// "Ô" and "Ç" in this order are in no word; in IBM850 they are what "â€" is in windows-1252.
        case capitalCircumflexO, capitalCedilla
        /// "Ð" and "Ñ", the first of two characters for a Cyrillic letter.
        case capitalD
        /// "Đ" and "Ğ", which are that in windows-1250 and windows-1254.
        case capitalStrokeD
        /// "Ä", which has no accented letter after it; in Mac OS Roman it is what "€" of "â€" is in windows-1252.
        case capitalDiaeresisA
        /// "Å", the first of two characters for a Latin letter with a caron or acute.
        case capitalRingA
        /// "»‹" closes and opens at once, which no writer does; "á»‹" is "ị".
        case closingGuillemet, openingGuillemet

        init(_ value: UInt32) {
            switch value {
            case 0xC2, 0xC3: self = .capitalA
            case 0xE2: self = .smallCircumflexA
            case 0xD4: self = .capitalCircumflexO
            case 0xC7: self = .capitalCedilla
            case 0xD0, 0xD1: self = .capitalD
            case 0x110, 0x11E: self = .capitalStrokeD
            case 0xC4: self = .capitalDiaeresisA
            case 0xC5: self = .capitalRingA
            case 0xBB: self = .closingGuillemet
            case 0x2039: self = .openingGuillemet
            default: self = .none
            }
        }
    }

    @inline(__always) var isWord: Bool { role.rawValue <= Role.mark.rawValue }
    @inline(__always) var isBlank: Bool { role == .blank || role == .noBreak }
    @inline(__always) var isSign: Bool {
        Role.registered.rawValue...Role.symbol.rawValue ~= role.rawValue && !isASCII
    }
    @inline(__always) var isUpper: Bool { role == .upper }

    static let blank = CharacterTraits(of: 0x20)

    static let latin: UInt8 = 1
    static let greek: UInt8 = 2
    static let cyrillic: UInt8 = 3
    /// Han, kana, hangul, bopomofo: written beside Latin without a blank.
    static let eastAsian: UInt8 = 4

    private static let tableLimit: UInt32 = 0x3000
    private static let table: [CharacterTraits] = (0..<tableLimit).map { CharacterTraits(of: $0) }

    /// From a table for the scripts with many questions, by ICU for the rest. O(1).
    static func traits(of scalar: UInt32) -> CharacterTraits {
        scalar < tableLimit ? table[Int(scalar)] : CharacterTraits(of: scalar)
    }

    private init(of value: UInt32) {
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        let kind = scalar.kind
        let script = Self.scriptNumber(value, kind: kind, scalar: scalar)
        self.script = script
        role = Self.sign(value) ?? Self.role(of: kind, value)
        rarity = Self.rarity(value, script: script)
        isASCII = value < 0x80
        tell = Tell(value)
        isTail = [0x152, 0x153, 0x160, 0x161, 0x178, 0x17D, 0x17E, 0x192].contains(value)
    }

    private static func scriptNumber(_ value: UInt32, kind: Unicode.Scalar.Kind, scalar: Unicode.Scalar) -> UInt8 {
        switch value {
        case 0..<0x80: return kind == .upper || kind == .lower ? latin : 0
        case 0x3005...0x31FF, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF66...0xFFDC, 0x20000...0x3FFFF:
            return eastAsian
        default: break
        }
        switch kind {
        case .upper, .lower, .otherLetter, .mark, .digit: break
        default: return 0
        }
        let name = scalar.script
        switch name {
        case "Zyyy", "Zinh", "Zzzz": return 0
        case "Latn": return latin
        case "Grek": return greek
        case "Cyrl": return cyrillic
        case "Hani", "Hira", "Kana", "Hang", "Bopo": return eastAsian
        // The four letters are enough of a number: two scripts that share it are merely not told apart.
        default: return UInt8(truncatingIfNeeded: name.utf8.reduce(UInt32(7)) { $0 &* 31 &+ UInt32($1) } % 240 + 10)
        }
    }

    /// Characters whose general category does not say what they do in press copy.
    private static func sign(_ value: UInt32) -> Role? {
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20, 0x2028, 0x2029: .blank
        case 0xA0, 0x2007, 0x202F: .noBreak
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: .neutral
        case 0x201C, 0x201D, 0x201F: .quote
        case 0x201A, 0x201E: .lowQuote
        case 0xAB, 0xBB, 0x2039, 0x203A: .guillemet
        case 0x2018, 0x201B: .turnedComma
        case 0x2019, 0x2BC, 0x2BB: .apostrophe
        case 0x2026: .ellipsis
        case 0x2010...0x2015: .dash
        case 0xA9, 0xAE, 0x2122, 0x2120: .registered
        case 0xB0: .degree
        case 0xAA, 0xBA: .ordinal
        case 0xB2, 0xB3, 0xB9: .superscript
        case 0x2020, 0x2021, 0x2030: .dagger
        case 0xA2, 0xA3, 0xA5, 0x20A0...0x20CF: .currency
        case 0xA7, 0xB6: .section
        case 0xA1, 0xBF: .inverted
        case 0xBC...0xBE: .fraction
        case 0xB5: .micro
        case 0xB7: .middleDot
        case 0xB4: .accent
        case 0xB1, 0xD7, 0xF7: .arithmetic
        case 0x221A: .root
        case 0xA4, 0xA6, 0xA8, 0xAC, 0xAF, 0xB8, 0x2C2...0x2DF, 0x2200...0x22FF: .symbol
        case 0x2500...0x259F, 0x2320, 0x2321: .box
        case 0x80...0x9F: .control
        case 0xAD: .softHyphen
        case 0xFFFD: .lost
        default: nil
        }
    }

    private static func role(of kind: Unicode.Scalar.Kind, _ value: UInt32) -> Role {
        switch kind {
        case .upper: .upper
        case .lower: .lower
        case .otherLetter: .caseless
        case .mark: .mark
        case .digit: .digit
        case .otherNumber, .punctuation: .punctuation
        case .symbol: .picture
        case .space: .blank
        case .control: value < 0xA0 ? .control : .format
        case .other: .unknown
        }
    }

    /// Rough figures, from what the alphabets of living languages hold (CLDR's exemplar sets), not from a corpus.
    private static func rarity(_ value: UInt32, script: UInt8) -> UInt8 {
        switch value {
        case 0..<0xC0: 0
        case 0xD0, 0xDE, 0xF0, 0xFE, 0xFF: 6
        case 0xC5, 0xC6, 0xD8, 0xDF, 0xE5, 0xE6, 0xF8: 2
        case 0xC0...0xFF: 1
        case 0x138, 0x149, 0x17F, 0x13F, 0x140: 30
        case 0x152, 0x153, 0x178: 5
        case 0x100...0x17F: 5
        case 0x192: 40
        case 0x181, 0x18A, 0x198, 0x199, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1B3, 0x1B4, 0x218...0x21B: 4
        case 0x180...0x24F: 35
        case 0x253, 0x254, 0x257, 0x25B, 0x259, 0x272: 8
        case 0x250...0x2AF: 35
        case 0x2B0...0x2FF: 15
        case 0x300...0x30C, 0x323: 5
        case 0x300...0x36F: 12
        case 0x386...0x3CE: 0
        case 0x370...0x3FF: 30
        case 0x410...0x44F, 0x401, 0x451: 0
        case 0x402...0x40F, 0x452...0x45F, 0x490, 0x491: 8
        case 0x492, 0x493, 0x49A, 0x49B, 0x4A2, 0x4A3, 0x4AE...0x4B1, 0x4BA, 0x4BB, 0x4D8, 0x4D9, 0x4E8, 0x4E9: 10
        case 0x400...0x52F: 30
        case 0x1EA0...0x1EF9: 4
        case 0x1E00...0x1EFF: 12
        case 0x1F00...0x1FFF: 10
        case 0x2900...0x2B4F, 0x2E80...0x2FFF, 0x2400...0x245F, 0x27C0...0x28FF: 30
        case 0x2300...0x23FF: 5
        case 0x2C60...0x2DFF, 0xA640...0xA7FF: 40
        case 0x700...0x8FF: 25
        case 0xFB00...0xFDFF, 0xFE70...0xFEFE: 15
        case 0x3400...0x4DBF, 0xA000...0xABFF: 25
        case 0x10000...0x1EFFF where script != 0: 30
        case 0xE000...0xF8FF, 0xF0000...0x10FFFF: 60
        default: script == 0 ? 0 : 4
        }
    }
}
