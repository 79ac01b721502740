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

    private let spelling: DateSpelling
    private var forms: Set<[Piece]> = []
    private var longest = 0

    init(spelling: DateSpelling) { self.spelling = spelling }

    /// Adds a form, any number in place of its number: "0 hours ago".
    mutating func add(_ form: UTF8Text) {
        let pieces = self.pieces(of: form, in: form.all).map(\.piece)
        // "-3 h", as CLDR has it for narrow space, is not what a page says.
        guard pieces.contains(.number), pieces.first != .sign("-") else { return }
        forms.insert(pieces)
        longest = max(longest, pieces.count)
    }

    /// Where the first and longest of the forms stands in a range of a text. O(length of the range).
    func first(in text: UTF8Text, _ range: ByteRange) -> ByteRange? {
        guard !forms.isEmpty else { return nil }
        let pieces = pieces(of: text, in: range)
        for start in pieces.indices {
            for end in stride(from: min(pieces.count, start + longest), to: start + 1, by: -1)
            where forms.contains(pieces[start..<end].map(\.piece)) {
                return pieces[start].range.lowerBound..<pieces[end - 1].range.upperBound
            }
        }
        return nil
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
