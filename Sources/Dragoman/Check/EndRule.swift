internal import UnicodeText

/// The mark at the end of a segment.
///
/// Only one thing is certain: a sentence that ends in a letter though the source has a full stop, a question or exclamation
/// mark and the language writes them. Translators make one sentence of two, and statements of questions.
struct EndRule: CheckRule {
    private let writesStops: Bool

    init(_ target: LanguageTag) {
        // Thai, Lao, Khmer and Burmese set no full stop, or one of their own in prose alone.
        writesStops = !["Thai", "Laoo", "Khmr", "Mymr"].contains(CLDRNames.likelyScript(of: target) ?? "")
    }

    func check(_ unit: CheckUnit, _ report: (CheckFinding) -> Void) {
        let (source, target) = (unit.source.segment.text, unit.target.segment.text)
        guard writesStops, let range = Self.end(source), let place = Self.end(target) else { return }
        guard Self.marks.contains(source.scalar(at: range.lowerBound).scalar), Self.hasSentence(source),
            target.scalar(at: place.lowerBound).scalar.isLetter
        else { return }
        report(
            CheckFinding(
                .end, side: .target, range: place, message: "the source ends with \(source[range]), this does not"))
    }

    /// The last mark or letter, behind which only closing quotation marks, brackets and blanks stand.
    private static func end(_ text: UTF8Text) -> ByteRange? {
        var end = text.count
        while end > 0 {
            let (scalar, length) = text.scalar(before: end)
            let range = end - length..<end
            switch scalar {
            case _ where scalar.isBlank || scalar == "\u{200F}" || scalar == "\u{200E}": end -= length
            case "\"", "'", "”", "’", "»", "«", "“", "」", "』", ")", "）", "]", "›": end -= length
            default: return range
            }
        }
        return nil
    }

    private static let marks: Set<Unicode.Scalar> = [
        ".", "。", "．", "।", "۔", "።", "｡", "?", "？", "؟", "፧", "\u{37E}", "!", "！",
    ]

    /// Four words or more: "Inc." and "p.m." are no sentences.
    private static func hasSentence(_ text: UTF8Text) -> Bool { text.bytes.count { $0 == 0x20 } >= 3 }
}
