internal import UnicodeText

/// Full-width Latin letters and digits (U+FF10…FF5A) to ASCII. Full-width punctuation is the script's own and stays.
struct NarrowWidth: Step {
    func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        text.rewritingForms { scalar, range, rewriter in
            switch scalar.value {
            case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
                rewriter.replace(range, with: [UInt8(truncatingIfNeeded: scalar.value - 0xFEE0)], rule: "width")
            default: break
            }
        }
    }
}
