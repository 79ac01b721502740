internal import UnicodeText

/// Full-width Latin letters and digits (U+FF10…FF5A) to ASCII. Full-width punctuation is the script's own and stays.
struct NarrowWidth: Step {
    func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        guard text.bytes.contains(0xEF) else { return (text, EditMap(identity: text.count)) }
        var rewriter = TextRewriter(text)
        var offset = 0
        while let start = text.bytes[offset...].firstIndex(of: 0xEF) {
            let (scalar, length) = text.scalar(at: start)
            offset = start + length
            switch scalar.value {
            case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
                rewriter.replace(
                    start..<offset, with: [UInt8(truncatingIfNeeded: scalar.value - 0xFEE0)], rule: "width")
            default: continue
            }
        }
        return rewriter.finish()
    }
}
