internal import UnicodeText

/// A term made comparable for look-up by people: case, accents, apostrophes, hyphens and blanks do not count.
struct LookupKey: Hashable, Sendable {
    /// Case-folded words with one blank between.
    let folded: UTF8Text
    /// The same without marks.
    let bare: UTF8Text
    /// The same stemmed word by word.
    let stemmed: UTF8Text

    init(_ text: UTF8Text, stemmer: Stemmer?) {
        let composed = (try? NormalizationForm.nfc.apply(to: text)) ?? text
        let tokens = TermToken.tokens(of: composed)
        folded = Self.joined(tokens.map(\.folded))
        bare = Self.withoutMarks(folded)
        stemmed =
            stemmer.map { stemmer in Self.joined(tokens.map { Self.withoutMarks(stemmer.stem($0.folded)) }) } ?? bare
    }

    private static func joined(_ words: [UTF8Text]) -> UTF8Text {
        UTF8Text(unchecked: Array(words.map(\.bytes).joined(separator: [0x20])))
    }

    private static func withoutMarks(_ text: UTF8Text) -> UTF8Text {
        if isASCII(text.bytes) { return text }
        guard let decomposed = try? NormalizationForm.nfd.apply(to: text) else { return text }
        var bytes: [UInt8] = []
        for placed in decomposed.placedScalars {
            // Marks of Latin, Greek, Cyrillic and Arabic are accents; those of Indic and Thai are vowels.
            if placed.scalar.kind == .mark, placed.scalar.value < 0x0700 { continue }
            bytes.append(placed.scalar)
        }
        let result = UTF8Text(unchecked: bytes)
        return (try? NormalizationForm.nfc.apply(to: result)) ?? result
    }
}
