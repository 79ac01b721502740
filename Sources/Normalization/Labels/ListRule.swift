internal import UnicodeText

/// An item of a list: its element, or a bullet, a dash or a number in front.
enum ListRule {
    static func matches(_ line: LabelledBlock) -> Bool {
        if line.place.element == "li" { return true }
        let text = line.features.text
        guard !text.isEmpty else { return false }
        let (first, length) = text.scalar(at: 0)
        guard length < text.count else { return false }
        switch first {
        case "•", "‣", "◦", "▪", "●", "■", "*", "·":
            return text.scalar(at: length).scalar.isBlank || first == "•"
        case "-", "–", "—":
            // A dash with a blank also opens spoken words in French and Spanish; those end like sentences do.
            return text.scalar(at: length).scalar.isBlank && !line.features.endsSentence
        default:
            return false
        }
    }
}
