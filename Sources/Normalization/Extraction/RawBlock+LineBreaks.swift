internal import UnicodeText

extension RawBlock {
    /// The block with its line breaks as blanks, which is what they are within a paragraph.
    ///
    /// Damage is told by what stands around it in its line; a paragraph must be one line to be judged as it will be when
    /// it is normalized again. O(n).
    var asOneLine: RawBlock {
        guard text.bytes.contains(where: Self.isLineBreak) else { return self }
        var rewriter = TextRewriter(text)
        for (offset, byte) in text.bytes.enumerated() where Self.isLineBreak(byte) {
            rewriter.replace(offset..<offset + 1, with: [0x20], rule: "blanks")
        }
        let (text, edits) = rewriter.finish()
        var block = self
        block.text = text
        block.edits = self.edits.composed(with: edits)
        return block
    }

    private static func isLineBreak(_ byte: UInt8) -> Bool { byte >= 0x0A && byte <= 0x0D }
}
