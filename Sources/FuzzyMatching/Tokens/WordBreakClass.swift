/// The word-break property (UAX #29, table 3) of the characters of European texts.
///
/// Written down for the ranges that need no iterator of ICU; a test compares every decision with ICU's.
enum WordBreakClass {
    case letter, numeric, extendNumLet, midLetter, midNum, midNumLet, extend, blank, other
    /// Ask ICU.
    case unknown

    init(_ scalar: Unicode.Scalar) {
        self = scalar.value < 0x80 ? Self.ascii[Int(scalar.value)] : Self.beyondASCII(scalar.value)
    }

    private static let ascii: [WordBreakClass] = (0..<0x80).map { byte in
        switch byte {
        case 0x09...0x0D, 0x20: .blank
        // "@" joins words in some versions of ICU.
        case 0..<0x20, 0x40, 0x7F: .unknown
        case 0x30...0x39: .numeric
        case 0x41...0x5A, 0x61...0x7A: .letter
        case 0x5F: .extendNumLet
        case 0x27, 0x2E: .midNumLet
        case 0x2C, 0x3B: .midNum
        default: .other
        }
    }

    private static func beyondASCII(_ value: UInt32) -> WordBreakClass {
        switch value {
        case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x205F, 0x3000: .blank
        case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2C1, 0x386, 0x388...0x38A, 0x38C, 0x38E...0x3A1,
            0x3A3...0x3F5, 0x3F7...0x481, 0x48A...0x52F, 0x1E00...0x1EFF:
            .letter
        case 0xAD: .unknown
        case 0xB7, 0x387, 0x2027: .midLetter
        case 0xA1...0xBF, 0xD7, 0xF7, 0x2010...0x2017, 0x201A...0x2023, 0x2025, 0x2026, 0x2030...0x203B,
            0x20A0...0x20BF, 0x3001, 0x3002, 0x3008...0x3011, 0x3014...0x301B, 0xFF01, 0xFF08, 0xFF09, 0xFF1A, 0xFF1F:
            .other
        case 0x300...0x36F: .extend
        case 0x2018, 0x2019, 0x2024: .midNumLet
        case 0x37E, 0xFF0C, 0xFF1B: .midNum
        default: .unknown
        }
    }
}
