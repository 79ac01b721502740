internal import UnicodeText

/// Hyphens and short dashes between blanks to the dash of the language, where it has one clear form.
///
/// Between two numbers a hyphen may be a minus or a range, at the beginning of a line a bullet: those stay.
struct SpacedDashes: Step {
    private let dash: [UInt8]
    private let rule: String

    /// `nil` in a language whose data names no dash.
    init?(_ data: ConventionData) {
        guard let words = data.value("dash", "spaced"), let scalar = words.first.flatMap(ConventionData.scalar) else {
            return nil
        }
        var bytes: [UInt8] = []
        bytes.append(scalar)
        dash = bytes
        rule = "dash:\(data.language)"
    }

    func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        guard text.bytes.contains(where: { $0 == 0x2D || $0 == 0xE2 }) else {
            return (text, EditMap(identity: text.count))
        }
        var rewriter = TextRewriter(text)
        var offset = 0
        while let start = text.bytes[offset...].firstIndex(where: { $0 == 0x2D || $0 == 0xE2 }) {
            var end = start + text.scalar(at: start).length
            offset = end
            switch text.scalar(at: start).scalar {
            case "-": if end < text.count, text.bytes[end] == 0x2D { end += 1 }
            case "–": break
            default: continue
            }
            offset = end
            let left = text.startOfBlanks(before: start)
            let right = text.endOfBlanks(from: end)
            guard left > 0, left < start, right > end, right < text.count else { continue }
            let previous = text.scalar(before: left).scalar
            let next = text.scalar(at: right).scalar
            if previous.isBlank || next.isBlank || previous.kind == .digit && next.kind == .digit { continue }
            rewriter.replace(start..<end, with: dash, rule: rule)
        }
        return rewriter.finish()
    }
}
