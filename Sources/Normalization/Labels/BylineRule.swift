internal import UnicodeText

/// A short line that says who wrote it: "By Li Wei", "Source: Xinhua", "Editor: Zhang Min", "记者李伟".
struct BylineRule {
    let words: PressWords

    /// Words of the longest byline.
    static let longest = 12

    func matches(_ line: LabelledBlock, _ text: BorrowedText, folded: BorrowedText) -> Bool {
        let features = line.features
        let isDeclared = line.isOfPage && line.place.isByline
        guard features.words >= 2 || isDeclared, features.words <= Self.longest, !features.endsSentence else {
            return false
        }
        if isDeclared, line.place.reasons.isEmpty { return true }
        guard let phraseEnd = words.leading(.byline, in: folded) else { return false }
        let end = folded.skippingBlanks(from: phraseEnd)
        guard end < folded.count else { return false }
        let next = folded.scalar(at: end).scalar
        if next.isColon || next == "|" || folded.scalar(before: phraseEnd).scalar.isColon { return true }
        // Without a colon a name must follow: capitals in at least half of the words, where the script has them.
        guard folded.count == text.count else { return false }
        if folded.scalar(before: phraseEnd).scalar.isUnspaced { return features.scalars <= 24 }
        let name = LineScan(text[end..<text.count]).features
        guard name.words > 0, name.words <= 8 else { return false }
        switch text.scalar(at: end).scalar.kind {
        case .upper: return name.capitalizedWords * 2 >= name.words
        // Scripts without case: a name is short and stands for itself.
        case .otherLetter: return name.words <= 5
        default: return false
        }
    }
}
