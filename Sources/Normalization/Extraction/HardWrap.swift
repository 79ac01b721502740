internal import UnicodeText

/// Tells paragraphs that were wrapped at a fixed width from lines that stand for themselves.
enum HardWrap {
    /// Widths that mail programs and terminals wrap at, in code points.
    private static let widths = 45...120

    /// Whether the lines are one paragraph: no line could have taken the first word of the next, and at least one
    /// stops in the middle of a sentence.
    static func isWrapped(_ lines: [ByteRange], of text: UTF8Text) -> Bool {
        guard lines.count > 1 else { return false }
        let trimmed = lines.map { text.trimmed($0) }
        let lengths = trimmed.map { text.scalarCount(in: $0) }
        guard let width = lengths.max(), widths.contains(width) else { return false }
        var stopsInside = false
        for index in 0..<lines.count - 1 {
            let next = trimmed[index + 1]
            let word = firstWordLength(next, of: text)
            guard lengths[index] + 1 + word > width else { return false }
            if isContinued(trimmed[index], by: next, in: text) { stopsInside = true }
        }
        return stopsInside
    }

    /// The lines as one block; line ends become blanks, but nothing after a hyphen.
    static func joined(_ extent: ByteRange, of text: UTF8Text, lines: [ByteRange]) -> RawBlock {
        let slice = text[extent]
        var rewriter = TextRewriter(slice)
        for index in 0..<lines.count - 1 {
            let end = text.trimmed(lines[index]).upperBound - extent.lowerBound
            let start = text.trimmed(lines[index + 1]).lowerBound - extent.lowerBound
            let endsInHyphen = slice.bytes[end - 1] == UInt8(ascii: "-")
            rewriter.replace(end..<start, with: endsInHyphen ? [] : [0x20], rule: "wrapped-line")
        }
        let joined = rewriter.finish()
        return RawBlock(extent: extent, text: joined.text, edits: joined.edits)
    }

    private static func firstWordLength(_ line: ByteRange, of text: UTF8Text) -> Int {
        let end = text.bytes[line].firstIndex(of: 0x20) ?? line.upperBound
        return text.scalarCount(in: line.lowerBound..<end)
    }

    private static func isContinued(_ line: ByteRange, by next: ByteRange, in text: UTF8Text) -> Bool {
        let end = text.scalar(before: line.upperBound).scalar
        let start = text.scalar(at: next.lowerBound).scalar
        let stops: Set<Unicode.Scalar> = [".", "!", "?", "\"", "”", "»", ":", "…"]
        return !stops.contains(end) && (start.kind == .lower || start.kind == .digit)
            || end == "," || start.kind == .lower
    }
}
