internal import UnicodeText

/// What the characters of the word before a full stop tell.
struct TokenShape {
    /// Letters without their marks.
    private(set) var letters = 0
    private(set) var uppers = 0
    private(set) var lowers = 0
    private(set) var digits = 0
    private(set) var dots = 0
    private(set) var others = 0
    private(set) var vowels = 0
    private(set) var startsUpper = false
    /// The most letters between two full stops.
    private(set) var longestPart = 0

    init(of range: ByteRange, in bytes: [UInt8]) {
        var position = range.lowerBound
        var part = 0
        while position < range.upperBound {
            let (scalar, length) = decodeScalar(bytes, at: position)
            switch scalar.kind {
            case .upper:
                uppers += 1
                part += 1
                if letters == 0 { startsUpper = true }
                letters += 1
            case .lower:
                lowers += 1
                part += 1
                letters += 1
            case .otherLetter:
                part += 1
                letters += 1
            case .mark: break
            case .digit: digits += 1
            default:
                if scalar == "." {
                    dots += 1
                    part = 0
                } else {
                    others += 1
                }
            }
            if Self.isVowel(scalar) { vowels += 1 }
            longestPart = max(longestPart, part)
            position += length
        }
    }

    /// Every vowel letter of the Latin script, with its accents: whatever is no plain consonant.
    private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a", "e", "i", "o", "u", "y", "A", "E", "I", "O", "U", "Y": true
        default: scalar.value >= 0x80
        }
    }

    /// One letter alone, as in "J." or Arabic "د.".
    var isSingleLetter: Bool { letters == 1 && digits == 0 && dots == 0 && others == 0 }

    /// Letters with a full stop between each, as in "U.S" or "т.е".
    var isDotted: Bool {
        // Syllabic scripts write the names of letters out: "यू.एस" for "U.S".
        let longest = uppers + lowers == 0 ? 2 : 1
        return dots > 0 && letters > dots && longestPart <= longest && digits == 0 && others == 0
    }

    var isNumber: Bool { digits > 0 && letters == 0 && others == 0 && dots == 0 }

    var isLowerWord: Bool { lowers == letters && letters > 0 && digits == 0 && dots == 0 }

    /// A capital and a few consonants, as in "Dkt" or "Mnu".
    var isConsonantAbbreviation: Bool {
        startsUpper && uppers == 1 && vowels == 0 && letters >= 2 && letters <= 5 && dots == 0 && digits == 0
    }
}
