internal import UnicodeText

/// A short line that says who wrote it: "By Li Wei", "Source: Xinhua", "Editor: Zhang Min".
struct BylineRule {
    let words: PressWords

    func matches(_ line: LabelledBlock) -> Bool {
        let features = line.features
        guard features.words >= 2 || line.place.isByline, features.words <= 12, !features.endsSentence else {
            return false
        }
        if line.place.isByline, line.place.reasons.isEmpty { return true }
        for phrase in words["byline"] where features.folded.bytes.starts(with: phrase.text.bytes) {
            var end = phrase.text.count
            guard !features.folded.isInsideWord(end) else { continue }
            while end < features.folded.count, features.folded.bytes[end] == 0x20 { end += 1 }
            guard end < features.folded.count else { continue }
            let next = features.folded.scalar(at: end).scalar
            if next == ":" || next == "：" || next == "|" { return true }
            // Without a colon only "by" counts, and a name must follow: capitals in at least half of the words.
            guard phrase.text.scalarCount <= 4, features.folded.count == features.text.count else { continue }
            let name = LineFeatures(features.text[end..<features.text.count])
            if name.words > 0, name.words <= 8, name.capitalizedWords * 2 >= name.words,
                features.text.scalar(at: end).scalar.kind == .upper
            {
                return true
            }
        }
        return false
    }
}
