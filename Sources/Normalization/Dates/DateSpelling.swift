internal import UnicodeText

/// Folds the spellings of a word that dates are written with into one key.
///
/// Case, tone marks and accents, Arabic vowel signs and hamza, the nukta, joiners, apostrophes, and what a language's
/// data calls the same letter: press copy is careless with all of them, and no two month names fall together.
struct DateSpelling: Sendable {
    /// Letters written for each other, as the data give them.
    var letters: [Unicode.Scalar: Unicode.Scalar] = [:]

    func key(_ word: UTF8Text) -> UTF8Text {
        if Self.isHan(word.bytes) { return letters.isEmpty ? word : spelled(word) }
        let folded = (try? CaseMapping.fold(word)) ?? word
        if isASCII(folded.bytes) {
            guard folded.bytes.contains(UInt8(ascii: "'")) else { return folded }
            return UTF8Text(unchecked: folded.bytes.filter { $0 != UInt8(ascii: "'") })
        }
        return spelled((try? NormalizationForm.nfd.apply(to: folded)) ?? folded)
    }

    /// Whether all characters are of U+4000 to U+9FFF, which know neither case nor decomposition: a word a character, they
    /// are not worth asking ICU.
    private static func isHan(_ bytes: [UInt8]) -> Bool {
        var offset = 0
        while offset < bytes.count, 0xE4...0xE9 ~= bytes[offset] { offset += 3 }
        return offset == bytes.count
    }

    private func spelled(_ apart: UTF8Text) -> UTF8Text {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(apart.count)
        for placed in apart.placedScalars where !Self.isDropped(placed.scalar) {
            bytes.append(letters[placed.scalar] ?? placed.scalar)
        }
        return UTF8Text(unchecked: bytes)
    }

    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300...0x36F, 0x64B...0x655, 0x670, 0x640, 0x93C, 0x200B...0x200D: true
        default: isApostrophe(scalar)
        }
    }

    static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x27, 0x2018, 0x2019, 0x2BB, 0x2BC: true
        default: false
        }
    }
}
