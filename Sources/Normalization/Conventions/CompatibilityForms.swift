internal import UnicodeText

extension UTF8Text {
    /// Goes through the characters of U+F000 to U+FFFF, where the compatibility forms are, and lets `change` rewrite
    /// them. O(n).
    func rewritingForms(
        _ change: (_ scalar: Unicode.Scalar, _ range: ByteRange, _ rewriter: inout TextRewriter) -> Void
    ) -> (text: UTF8Text, edits: EditMap) {
        var rewriter = TextRewriter(self)
        var offset = 0
        while let start = bytes[offset...].firstIndex(of: 0xEF) {
            let (scalar, length) = scalar(at: start)
            offset = start + length
            change(scalar, start..<offset, &rewriter)
        }
        return rewriter.finish()
    }
}
