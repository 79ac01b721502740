internal import UnicodeText

/// What a mark is to the letter it stands on, for a search that does not see it.
///
/// Only marks that readers add and leave out without writing another letter of the script are passed over: accents of
/// Latin and Greek letters, stress marks of Cyrillic vowels and the dots of ё, points of Hebrew, vowel signs of Arabic
/// and its stretching stroke. Й, ї and ў stay letters of their own, and so do letters without a canonical decomposition
/// (ø, ł, đ), hamza, kana with their voicing marks, and every vowel sign and tone mark of the scripts of Asia.
enum BaseLetter {
    enum Role {
        /// A character that counts, without its marks.
        case letter(UInt32)
        /// Belongs to the character before it.
        case mark
        /// Says nothing to a reader: soft hyphens, joiners, marks of direction.
        case invisible
    }

    /// - Parameter base: The letter before, without its marks; 0 for none.
    static func role(of value: UInt32, after base: UInt32) -> Role {
        if value < 0xAD { return .letter(value) }
        switch value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069: return .invisible
        case 0x300...0x36F:
            if isLatinOrGreek(base) || value <= 0x301 && cyrillicVowels.contains(base) { return .mark }
            return .letter(value)
        case 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7, 0x640, 0x64B...0x652, 0x670: return .mark
        case 0xC0..<0x2000: return .letter(bases[Int(value)])
        default: return .letter(value)
        }
    }

    private static func isLatinOrGreek(_ value: UInt32) -> Bool {
        switch value {
        case 0x61...0x7A, 0xC0...0x2AF, 0x370...0x3FF, 0x1E00...0x1FFF: true
        default: false
        }
    }

    private static let cyrillicVowels: Set<UInt32> = [
        0x430, 0x435, 0x438, 0x43E, 0x443, 0x44B, 0x44D, 0x44E, 0x44F, 0x454, 0x456, 0x457,
    ]

    /// By code point; letters that have no marks are their own base.
    private static let bases: [UInt32] = {
        var bases = [UInt32](0..<0x2000)
        for range in [0xC0..<0x250, 0x370..<0x400, 0x1E00..<0x2000] {
            for value in range {
                guard let scalar = Unicode.Scalar(UInt32(value)),
                    let apart = try? NormalizationForm.nfd.apply(to: UTF8Text(String(scalar)))
                else { continue }
                var scalars = apart.placedScalars
                guard let first = scalars.next()?.scalar, first.isLetter,
                    scalars.allSatisfy({ 0x300...0x36F ~= $0.scalar.value })
                else { continue }
                bases[value] = first.value
            }
        }
        // ё, ѐ, ѝ
        bases[0x451] = 0x435
        bases[0x450] = 0x435
        bases[0x45D] = 0x438
        return bases
    }()
}
