internal import UnicodeText

/// Tells paragraphs that were wrapped at a fixed width from lines that stand for themselves.
enum HardWrap {
    /// Widths that mail programs and terminals wrap at, in code points.
    private static let widths = 45...120

    /// Whether the lines are one paragraph: no line could have taken the first word of the next, and at least one
    /// stops in the middle of a sentence.
    static func isWrapped(_ lines: ArraySlice<ByteRange>, of text: UTF8Text) -> Bool {
        // Of most texts the first lines tell.
        guard lines.count > 1, !lines.contains(where: { isTooLong($0, of: text) }) else { return false }
        let trimmed = lines.map { text.trimmed($0) }
        let lengths = trimmed.map { text.scalarCount(in: $0) }
        guard let width = lengths.max(), widths.contains(width) else { return false }
        var stopsInside = false
        for index in 0..<lines.count - 1 {
            let next = trimmed[index + 1]
            let word = firstWordLength(next, of: text)
            // A line that ends in a hyphen took what it could of the word, and where a word may be cut, only its
            // language knows.
            let isFull = lengths[index] + 1 + word > width
            guard isFull || LineEndHyphen.ends(trimmed[index], of: text) && lengths[index] * 4 >= width * 3 else {
                return false
            }
            if isContinued(trimmed[index], by: next, in: text) { stopsInside = true }
        }
        return stopsInside
    }

    private static func isTooLong(_ line: ByteRange, of text: UTF8Text) -> Bool {
        line.count > widths.upperBound && text.scalarCount(in: text.trimmed(line)) > widths.upperBound
    }

    /// The lines as one block; line ends become blanks, but nothing after a hyphen, and a printer's hyphen goes too.
    static func joined(
        _ extent: ByteRange, of text: UTF8Text, lines: ArraySlice<ByteRange>, hyphens: inout LineEndHyphen
    ) -> RawBlock {
        let slice = text[extent]
        var rewriter = TextRewriter(slice)
        for index in lines.indices.dropLast() {
            let line = text.trimmed(lines[index])
            let next = text.trimmed(lines[index + 1])
            let end = line.upperBound - extent.lowerBound
            let start = next.lowerBound - extent.lowerBound
            guard LineEndHyphen.ends(line, of: text) else {
                rewriter.replace(end..<start, with: [0x20], rule: "wrapped-line")
                continue
            }
            switch hyphens.meaning(end: line.upperBound, start: next.lowerBound) {
            case .printed:
                let length = text.scalar(before: line.upperBound).length
                rewriter.delete(end - length..<start, rule: "hyphenated-line")
            case .own:
                rewriter.delete(end..<start, rule: "wrapped-line")
            case .suspended:
                rewriter.replace(end..<start, with: [0x20], rule: "wrapped-line")
            }
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
