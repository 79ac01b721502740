internal import UnicodeText

/// Cuts plain text into lines, and joins the lines of a paragraph that was wrapped at a fixed width.
enum PlainTextExtractor {
    static func blocks(in text: UTF8Text) -> [RawBlock] {
        var result: [RawBlock] = []
        var paragraph: [ByteRange] = []
        var hyphens = LineEndHyphen(text)
        for line in lines(of: text) {
            if text.trimmed(line).isEmpty {
                flush(&paragraph, of: text, &hyphens, into: &result)
            } else {
                paragraph.append(line)
            }
        }
        flush(&paragraph, of: text, &hyphens, into: &result)
        return result
    }

    /// Lines without their ends: LF, CR, CR LF, form feed, and Unicode's line and paragraph separators.
    static func lines(of text: UTF8Text) -> [ByteRange] {
        var result: [ByteRange] = []
        let bytes = text.bytes
        var start = 0
        var offset = 0
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x0A, 0x0B, 0x0C:
                result.append(start..<offset)
                offset += 1
                start = offset
            case 0x0D:
                result.append(start..<offset)
                offset += offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
                start = offset
            case 0xE2 where offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8:
                result.append(start..<offset)
                offset += 3
                start = offset
            default:
                offset = nextBreak(bytes, from: offset + 1)
            }
        }
        if start < bytes.count { result.append(start..<bytes.count) }
        return result
    }

    /// The next offset where a line may end: a control or the first byte of U+2028. O(distance), eight bytes a step.
    private static func nextBreak(_ bytes: [UInt8], from start: Int) -> Int {
        bytes.withUnsafeBytes { bytes in
            var offset = start
            while offset + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
                let controls = ASCIIWord.within(word, 0x0A, 0x0D)
                // 0xE2 is 0x62 without its high bit.
                let marks = ASCIIWord.within(word & 0x7F7F_7F7F_7F7F_7F7F, 0x62, 0x62) & word
                let found = controls | marks
                if found != 0 { return offset + found.trailingZeroBitCount >> 3 }
                offset += 8
            }
            while offset < bytes.count, !(0x0A...0x0D ~= bytes[offset] || bytes[offset] == 0xE2) { offset += 1 }
            return offset
        }
    }

    private static func flush(
        _ paragraph: inout [ByteRange], of text: UTF8Text, _ hyphens: inout LineEndHyphen, into result: inout [RawBlock]
    ) {
        defer { paragraph.removeAll() }
        guard let first = paragraph.first, let last = paragraph.last else { return }
        if HardWrap.isWrapped(paragraph, of: text) {
            let extent = first.lowerBound..<last.upperBound
            result.append(HardWrap.joined(extent, of: text, lines: paragraph, hyphens: &hyphens))
            return
        }
        for line in paragraph {
            let slice = text[line]
            result.append(RawBlock(extent: line, text: slice, edits: EditMap(identity: slice.count)))
        }
    }
}
