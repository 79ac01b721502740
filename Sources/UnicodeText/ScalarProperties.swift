internal import CICU

/// Character properties by ICU's Unicode version, not by the one Swift's library was built with.
extension Unicode.Scalar {
    /// General category in groups coarse enough to decide on.
    public enum Kind: UInt8, Sendable {
        case upper, lower, otherLetter, mark, digit, otherNumber, punctuation, symbol, space, control, other
    }

    public var kind: Kind {
        if value < 0x80 { return Self.asciiKinds[Int(value)] }
        if value < 0x10000 { return Self.planeKinds[Int(value)] }
        return Self.kind(category: dgm_general_category(value))
    }

    // Most press copy is ASCII, nearly all of the rest in the first plane, and a table is several times faster than a
    // call; the larger one is only made where it is needed.
    private static let asciiKinds: [Kind] = (0..<0x80).map { kind(category: dgm_general_category($0)) }
    private static let planeKinds: [Kind] = (0..<0x10000).map { kind(category: dgm_general_category($0)) }

    private static func kind(category: Int32) -> Kind {
        // ICU's UCharCategory, in the order of uchar.h.
        switch category {
        case 1, 3: .upper
        case 2: .lower
        case 4, 5: .otherLetter
        case 6, 7, 8: .mark
        case 9: .digit
        case 10, 11: .otherNumber
        case 12, 13, 14: .space
        case 15, 16: .control
        case 19...23, 28, 29: .punctuation
        case 24...27: .symbol
        default: .other
        }
    }

    public var isLetter: Bool {
        switch kind {
        case .upper, .lower, .otherLetter: true
        default: false
        }
    }

    /// General category Sc, which ICU's UCharCategory has as 25.
    public var isCurrencySign: Bool { dgm_general_category(value) == 25 }

    /// Four-letter ISO 15924 name of the script, such as "Latn" or "Hani".
    public var script: String { String(cString: dgm_script_name(dgm_script(value))) }

    /// Value of a decimal digit of any script.
    public var digitValue: Int? {
        let value = dgm_digit_value(value)
        return value < 0 ? nil : Int(value)
    }

    /// Simple (one to one) case folding.
    public var simpleFold: Unicode.Scalar { Unicode.Scalar(dgm_simple_fold(value)) ?? self }

    /// A character of a script written without spaces between words: Han, Kana, Thai, Lao, Khmer, Burmese.
    public var isUnspaced: Bool {
        switch value {
        case 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035, 0x3041...0x309F, 0x30A0...0x30FF, 0x31F0...0x31FF,
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF,
            0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0xA9E0...0xA9FF, 0xAA60...0xAA7F:
            true
        default:
            false
        }
    }
}
