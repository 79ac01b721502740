internal import Normalization
internal import UnicodeText

/// Blanks: two in a row, more or fewer at the ends than the source has, one before a comma or full stop, none where the
/// language sets one before : ; ! ? or inside « ».
///
/// Which blank it is (U+0020, U+00A0, U+202F) is a matter of style and not reported.
struct SpaceRule: CheckRule {
    private let steps: [any Step]

    init(_ target: LanguageTag) { steps = Conventions(spaces: .nbsp).steps(for: target) }

    func check(_ unit: CheckUnit, _ report: (CheckFinding) -> Void) {
        let (source, target) = (unit.source.segment.text, unit.target.segment.text)
        func found(_ range: ByteRange, _ message: String, _ suggestion: UTF8Text) {
            report(CheckFinding(.space, side: .target, range: range, message: message, suggestion: suggestion))
        }
        let (inner, outer) = (source.trimmed(source.all), target.trimmed(target.all))
        let ends = [
            (source[0..<inner.lowerBound], 0..<outer.lowerBound, "beginning"),
            (source[inner.upperBound..<source.count], outer.upperBound..<target.count, "end"),
        ]
        for (blanks, range, name) in ends where blanks.isEmpty != range.isEmpty {
            found(range, range.isEmpty ? "the source has blanks at its \(name)" : "blanks at the \(name)", blanks)
        }
        if !Self.hasLooseBlank(source[inner]) { doubles(in: target, outer, found) }
        for range in missing(target) where !Self.isQuoted(target, range.lowerBound, source) {
            found(range, "a blank is missing here", "\u{A0}")
        }
    }

    private func doubles(in text: UTF8Text, _ range: ByteRange, _ found: (ByteRange, String, UTF8Text) -> Void) {
        var position = range.lowerBound
        while let start = text.bytes[position..<range.upperBound].firstIndex(of: 0x20) {
            var end = start
            while end < range.upperBound, text.bytes[end] == 0x20 { end += 1 }
            if end - start > 1 { found(start..<end, "\(end - start) blanks in a row", " ") }
            let isClosed = end + 1 == range.upperBound || text.bytes[end + 1] == 0x20
            if end - start == 1, isClosed, text.bytes[end] == 0x2C || text.bytes[end] == 0x2E,
                start > range.lowerBound, text.bytes[start - 1] != 0x2E
            {
                found(start..<end, "a blank before \(text[end..<end + 1])", UTF8Text())
            }
            position = end
        }
    }

    /// Where the steps would put a blank and there is none.
    private func missing(_ text: UTF8Text) -> [ByteRange] {
        steps.flatMap { step in step.apply(to: text).edits.edits.map(\.source).filter(\.isEmpty) }
    }

    /// Whether the word and the mark at a place stand in the source too, as in the title of a book.
    private static func isQuoted(_ text: UTF8Text, _ place: Int, _ source: UTF8Text) -> Bool {
        let word = text.bytes[max(0, place - 32)..<place].reversed().prefix { $0 != 0x20 }.reversed()
        guard place < text.count, !word.isEmpty else { return false }
        return source.bytes.firstRange(of: word + text[place..<place + text.scalar(at: place).length].bytes) != nil
    }

    private static func hasLooseBlank(_ text: UTF8Text) -> Bool {
        zip(text.bytes, text.bytes.dropFirst()).contains { $0 == 0x20 && [0x20, 0x2C, 0x2E].contains($1) }
    }
}
