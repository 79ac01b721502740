internal import UnicodeText

/// Whether a term may stand in a text in a form that the matcher does not know.
///
/// Every word of it counts as there when the text holds its first or last three fifths (at least three letters): endings
/// and prefixes of languages without a stemmer differ there. Of Arabic letters only the consonants that stay are compared.
/// In doubt a term is there.
struct TermPresence {
    private let text: UTF8Text
    private let skeleton: UTF8Text

    init(_ text: UTF8Text) {
        self.text = Self.folded(text)
        skeleton = Self.skeleton(of: self.text)
    }

    /// O(words of the term × length of the text).
    func mayHold(_ term: UTF8Text) -> Bool {
        let tokens = TermToken.tokens(of: term)
        return !tokens.isEmpty && tokens.allSatisfy { holds($0.folded) }
    }

    private func holds(_ word: UTF8Text) -> Bool {
        let letters = word.placedScalars.map(\.scalar)
        guard let first = letters.first, !first.isUnspaced else { return has(word, in: text) }
        if has(Self.part(letters, fromStart: true), in: text) || has(Self.part(letters, fromStart: false), in: text) {
            return true
        }
        guard (0x600...0x6FF).contains(first.value) else { return false }
        let bare = Self.skeleton(of: word)
        return bare.isEmpty || has(bare, in: skeleton)
    }

    private func has(_ part: UTF8Text, in text: UTF8Text) -> Bool { text.bytes.firstRange(of: part.bytes) != nil }

    private static func part(_ letters: [Unicode.Scalar], fromStart: Bool) -> UTF8Text {
        let count = min(letters.count, max(3, (letters.count * 3 + 4) / 5))
        var bytes: [UInt8] = []
        for letter in fromStart ? letters.prefix(count) : letters.suffix(count) { bytes.append(letter) }
        return UTF8Text(unchecked: bytes)
    }

    private static func folded(_ text: UTF8Text) -> UTF8Text {
        let composed = (try? NormalizationForm.nfc.apply(to: text)) ?? text
        return (try? CaseMapping.fold(composed)) ?? composed
    }

    /// Without the article, weak letters and endings that broken plurals change, and without blanks.
    private static func skeleton(of text: UTF8Text) -> UTF8Text {
        guard text.bytes.contains(where: { (0xD8...0xDB).contains($0) }) else { return UTF8Text() }
        var bytes: [UInt8] = []
        for placed in text.placedScalars where !weak.contains(placed.scalar) && placed.scalar.kind != .mark {
            bytes.append(placed.scalar)
        }
        return UTF8Text(unchecked: bytes)
    }

    private static let weak = Set("اأإآءئؤويىةتل ".unicodeScalars)
}
