internal import UnicodeText

/// Presentation forms and ligatures to the letters they show: Arabic U+FB50…FDF9 and FE70…FEFC, Latin ﬁ ﬂ ﬀ …,
/// Armenian and wide Hebrew, by their compatibility decompositions.
///
/// Signs that stand for a phrase or a currency (ﷺ, ﷼, ﷽) are not letters, and stay.
struct PresentationFormFolding: Step {
    func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        guard text.bytes.contains(0xEF) else { return (text, EditMap(identity: text.count)) }
        var rewriter = TextRewriter(text)
        var offset = 0
        while let start = text.bytes[offset...].firstIndex(of: 0xEF) {
            let (scalar, length) = text.scalar(at: start)
            offset = start + length
            guard Self.isForm(scalar), let letters = try? NormalizationForm.nfkc.apply(to: text[start..<offset]) else {
                continue
            }
            var bytes = letters.bytes[...]
            if bytes.first == 0x20 || bytes.starts(with: [0xD9, 0x80]) && letters.count > 2 {
                // A vowel mark on a blank or a tatweel belongs to the letter before it, where there is one.
                guard start > 0 else { continue }
                let previous = text.scalar(before: start).scalar
                guard previous.isLetter || previous.kind == .mark else { continue }
                bytes = bytes.dropFirst(bytes.first == 0x20 ? 1 : 2)
            }
            rewriter.replace(start..<offset, with: Array(bytes), rule: "presentation-forms")
        }
        return rewriter.finish()
    }

    private static func isForm(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xFB00...0xFB06, 0xFB13...0xFB17, 0xFB20...0xFB28, 0xFB4F, 0xFB50...0xFDF9, 0xFE70...0xFEFC: true
        default: false
        }
    }
}
