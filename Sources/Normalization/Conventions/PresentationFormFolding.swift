internal import UnicodeText

/// Presentation forms and ligatures to the letters they show: Arabic U+FB50…FDF9 and FE70…FEFC, Latin ﬁ ﬂ ﬀ …,
/// Armenian and wide Hebrew, by their compatibility decompositions.
///
/// Signs that stand for a phrase or a currency (ﷺ, ﷼, ﷽) are not letters, and stay.
struct PresentationFormFolding: Step {
    func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        text.rewritingForms { scalar, range, rewriter in
            guard Self.isForm(scalar), let letters = try? NormalizationForm.nfkc.apply(to: text[range]) else { return }
            var bytes = letters.bytes[...]
            if bytes.first == 0x20 || bytes.starts(with: [0xD9, 0x80]) && letters.count > 2 {
                // A vowel mark on a blank or a tatweel belongs to the letter before it, where there is one.
                guard range.lowerBound > 0 else { return }
                let previous = text.scalar(before: range.lowerBound).scalar
                guard previous.isLetter || previous.kind == .mark else { return }
                bytes = bytes.dropFirst(bytes.first == 0x20 ? 1 : 2)
            }
            rewriter.replace(range, with: Array(bytes), rule: "presentation-forms")
        }
    }

    private static func isForm(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xFB00...0xFB06, 0xFB13...0xFB17, 0xFB20...0xFB28, 0xFB4F, 0xFB50...0xFDF9, 0xFE70...0xFEFC: true
        default: false
        }
    }
}
