internal import UnicodeText

/// The words under a picture: by their element, or by "Photo:", "(Photo by …)", "[Photo/Xinhua]", "图为…".
struct CaptionRule {
    let words: PressWords

    /// A quick look at whether a line may be one.
    func mayMatch(_ folded: BorrowedText, isOfPage: Bool) -> Bool {
        guard !isOfPage, let first = folded.bytes.first else { return true }
        return first == UInt8(ascii: "(") || first == UInt8(ascii: "[") || words.leading(.caption, in: folded) != nil
    }

    func matches(_ line: LabelledBlock, folded: BorrowedText) -> Bool {
        if line.isOfPage, ["figcaption", "caption"].contains(line.place.element) { return true }
        guard let first = folded.bytes.first else { return false }
        let isBracketed = first == UInt8(ascii: "(") || first == UInt8(ascii: "[")
        guard var end = words.leading(.caption, in: folded, from: isBracketed ? 1 : 0) else { return false }
        if isBracketed { return line.features.words <= 12 }
        if folded.scalar(before: end).scalar.isColon { return true }
        if folded.scalar(before: end).scalar.isUnspaced, !line.features.endsSentence || line.features.words <= 40 {
            return true
        }
        end = folded.skippingBlanks(from: end)
        guard end < folded.count else { return false }
        switch folded.scalar(at: end).scalar {
        case let next where next.isColon: return true
        case "/", "／": return true
        case ",", "|": return line.features.words <= 40
        default: return false
        }
    }
}
