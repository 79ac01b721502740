internal import UnicodeText

/// What pages say in place of a date: "3 hours ago", "il y a 3 heures", "3小时前".
///
/// The forms are CLDR's, and those of the data (`[ago]`). Which day is meant cannot be known from a copy.
struct PastDurations: Sendable {
    private enum Piece: Hashable {
        case number
        case word(UTF8Text)
        case sign(Unicode.Scalar)
    }

    /// What a word begins with: up to eight small letters of ASCII, the first the lowest byte.
    private struct Sign {
        let letters: UInt64
        let mask: UInt64

        init(_ key: UTF8Text) {
            letters = key.bytes.withUnsafeBytes { ASCIIWord.load($0, at: 0) }
            mask = key.count >= 8 ? ~0 : 1 << UInt64(8 * key.count) - 1
        }
    }

    private let spelling: DateSpelling
    private var forms: Set<[Piece]> = []
    private var longest = 0
    /// Of these words each form that ASCII can write has one ("ago"); most lines have none and are not taken apart.
    private var signs: [Sign] = []

    /// - Parameter forms: any number in place of the number: "0 hours ago".
    init(_ forms: [UTF8Text], spelling: DateSpelling) {
        self.spelling = spelling
        for form in forms {
            let pieces = self.pieces(of: form, in: form.all).map(\.piece)
            // "-3 h", as CLDR has it for narrow space, is not what a page says.
            guard pieces.contains(.number), pieces.first != .sign("-") else { continue }
            self.forms.insert(pieces)
            longest = max(longest, pieces.count)
        }
        signs = Self.signs(of: self.forms).map(Sign.init)
    }

    /// The words in most forms first, until each form has one.
    private static func signs(of forms: Set<[Piece]>) -> [UTF8Text] {
        var left = forms.map { pieces in
            Set(
                pieces.compactMap { piece in
                    if case .word(let key) = piece, key.bytes.allSatisfy({ 0x61...0x7A ~= $0 }) { key } else { nil }
                })
        }.filter { !$0.isEmpty }
        var signs: [UTF8Text] = []
        while !left.isEmpty {
            var counts: [UTF8Text: Int] = [:]
            for words in left { for word in words { counts[word, default: 0] += 1 } }
            guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { break }
            signs.append(best)
            left.removeAll { $0.contains(best) }
        }
        return signs
    }

    /// Where the first and longest of the forms stands in a range of a text. O(length of the range).
    func first(in text: UTF8Text, _ range: ByteRange) -> ByteRange? {
        guard !forms.isEmpty, mayHold(text, range) else { return nil }
        let pieces = pieces(of: text, in: range)
        for start in pieces.indices {
            for end in stride(from: min(pieces.count, start + longest), to: start + 1, by: -1)
            where forms.contains(pieces[start..<end].map(\.piece)) {
                return pieces[start].range.lowerBound..<pieces[end - 1].range.upperBound
            }
        }
        return nil
    }

    /// Whether a word begins as one of the signs does, or not all is ASCII.
    private func mayHold(_ text: UTF8Text, _ range: ByteRange) -> Bool {
        text.borrowed { text in
            let bytes = text[range].raw
            guard isASCII(text[range].bytes) else { return true }
            var isInWord = false
            for offset in bytes.indices {
                let isLetter = (bytes[offset] | 0x20) &- 0x61 < 26
                if isLetter, !isInWord {
                    let word = ASCIIWord.load(bytes, at: offset) | 0x2020_2020_2020_2020
                    for sign in signs where word & sign.mask == sign.letters { return true }
                }
                isInWord = isLetter
            }
            return false
        }
    }

    /// Numbers, words and signs; stops of abbreviations are left out, as many pages do.
    private func pieces(of text: UTF8Text, in range: ByteRange) -> [(piece: Piece, range: ByteRange)] {
        DateTokenizer.tokens(of: text, in: range, spelling: spelling).compactMap { token in
            switch token.value {
            case .number: (.number, token.range)
            case .word(let key, _): (.word(key), token.range)
            case .sign("."): nil
            case .sign(let sign): (.sign(sign), token.range)
            }
        }
    }
}
