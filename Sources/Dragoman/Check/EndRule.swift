internal import UnicodeText

/// The mark at the end of a segment.
///
/// Only two things are certain: a question that ends in a full stop or nothing, and a sentence that ends in a letter though
/// the source has a full stop and the language writes one.
struct EndRule: CheckRule {
    private enum Mark { case stop, question, exclamation, other }

    private let writesStops: Bool

    init(_ target: LanguageTag) {
        // Thai, Lao, Khmer and Burmese set no full stop, or one of their own in prose alone.
        writesStops = !["Thai", "Laoo", "Khmr", "Mymr"].contains(CLDRNames.likelyScript(of: target) ?? "")
    }

    func check(_ unit: CheckUnit, _ report: (CheckFinding) -> Void) {
        let (source, target) = (unit.source.segment.text, unit.target.segment.text)
        guard writesStops, let (mark, range) = Self.end(source), let (other, place) = Self.end(target) else { return }
        let isLetter = target[place].scalar(at: 0).scalar.isLetter
        switch mark {
        case .stop where isLetter && Self.hasSentence(source):
            report(
                CheckFinding(
                    .end, side: .target, range: place, message: "the source ends with \(source[range]), this does not"))
        case .question where other == .stop && !Self.asks(target):
            report(
                CheckFinding(.end, side: .target, range: place, message: "the source is a question, this is none"))
        case .exclamation, .question, .stop, .other: return
        }
    }

    /// The last mark or letter, behind which only closing quotation marks, brackets and blanks stand.
    private static func end(_ text: UTF8Text) -> (Mark, ByteRange)? {
        var end = text.count
        while end > 0 {
            let (scalar, length) = text.scalar(before: end)
            let range = end - length..<end
            switch scalar {
            case ".", "。", "．", "।", "۔", "።", "｡": return (.stop, range)
            case "?", "？", "؟", "፧", ";", "\u{37E}": return (.question, range)
            case "!", "！": return (.exclamation, range)
            case _ where scalar.isBlank || scalar == "\u{200F}" || scalar == "\u{200E}": end -= length
            case "\"", "'", "”", "’", "»", "«", "“", "」", "』", ")", "）", "]", "›": end -= length
            default: return (.other, range)
            }
        }
        return nil
    }

    private static func asks(_ text: UTF8Text) -> Bool {
        text.placedScalars.contains { ["?", "？", "؟", "፧", ";", "\u{37E}"].contains($0.scalar) }
    }

    /// Four words or more: "Inc." and "p.m." are no sentences.
    private static func hasSentence(_ text: UTF8Text) -> Bool { text.bytes.count { $0 == 0x20 } >= 3 }
}
