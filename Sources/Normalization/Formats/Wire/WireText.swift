internal import UnicodeText

/// The text of a wire message in paragraphs.
enum WireText {
    /// The blocks of the lines of a text, without kinds.
    ///
    /// Where agencies indent the first line of each paragraph, the lines up to the next indent are one; elsewhere the
    /// rules for plain text hold.
    static func blocks(_ lines: ArraySlice<WireLine>, of text: UTF8Text) -> [RawBlock] {
        guard let first = lines.first, let last = lines.last else { return [] }
        let filled = lines.filter { !$0.isBlank }
        let indented = filled.filter { $0.isIndented(in: text) }.count
        guard indented >= 2 || indented == filled.count && indented > 0 else {
            return SourcedText(text, first.whole.lowerBound..<last.whole.upperBound).plainBlocks
        }
        var blocks: [RawBlock] = []
        var paragraph: [ByteRange] = []
        var hyphens = LineEndHyphen(text)
        func flush() {
            if let first = paragraph.first, let last = paragraph.last {
                blocks.append(
                    HardWrap.joined(
                        first.lowerBound..<last.upperBound, of: text, lines: paragraph[...], hyphens: &hyphens))
            }
            paragraph = []
        }
        for line in lines {
            if line.isBlank || line.isIndented(in: text) { flush() }
            if !line.isBlank { paragraph.append(line.inner) }
        }
        flush()
        return blocks
    }

    /// A line without the mark that ends it, such as the "=" of a header line.
    static func line(_ line: WireLine, of text: UTF8Text, dropping marks: Set<UInt8> = []) -> SourcedText {
        var range = line.inner
        while let first = text.bytes[range].first, first == UInt8(ascii: "^"), marks.contains(first) {
            range = range.lowerBound + 1..<range.upperBound
        }
        while let last = text.bytes[range].last, last <= 0x20 || marks.contains(last) {
            range = range.lowerBound..<range.upperBound - 1
        }
        return SourcedText(text, text.trimmed(range))
    }
}
