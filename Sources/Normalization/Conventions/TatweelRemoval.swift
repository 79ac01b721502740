internal import UnicodeText

/// Removes Arabic tatweel (U+0640), which only stretches a word.
///
/// One that stands at the end of a word shows a joining form that is meant ("هـ", "بـ"), and one under a mark carries
/// it: those stay.
struct TatweelRemoval: Step {
    func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        guard text.bytes.contains(0xD9) else { return (text, EditMap(identity: text.count)) }
        var rewriter = TextRewriter(text)
        var offset = 0
        while let start = text.bytes[offset...].firstIndex(of: 0xD9) {
            var end = start
            while end < text.count, text.scalar(at: end).scalar == "\u{640}" { end += 2 }
            guard end > start else {
                offset = start + text.scalar(at: start).length
                continue
            }
            offset = end
            guard start > 0, end < text.count, text.scalar(at: end).scalar.isLetter else { continue }
            let previous = text.scalar(before: start).scalar
            if previous.isLetter || previous.kind == .mark { rewriter.delete(start..<end, rule: "tatweel") }
        }
        return rewriter.finish()
    }
}
