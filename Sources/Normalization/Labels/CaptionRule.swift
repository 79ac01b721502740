internal import UnicodeText

/// The words under a picture: by their element, or by "Photo:", "(Photo by …)", "[Photo/Xinhua]".
struct CaptionRule {
    let words: PressWords

    func matches(_ line: LabelledBlock) -> Bool {
        if line.place.element == "figcaption" || line.place.element == "caption" { return true }
        let folded = line.features.folded
        guard let first = folded.bytes.first else { return false }
        let isBracketed = first == UInt8(ascii: "(") || first == UInt8(ascii: "[")
        let start = isBracketed ? 1 : 0
        for phrase in words["caption"] where folded.bytes[start...].starts(with: phrase.text.bytes) {
            let end = start + phrase.text.count
            guard !folded.isInsideWord(end), end < folded.count else { continue }
            let next = folded.bytes[end]
            if isBracketed && line.features.words <= 12 || next == UInt8(ascii: ":") || next == UInt8(ascii: "/") {
                return true
            }
        }
        return false
    }
}
