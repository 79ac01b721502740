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
                offset += 1
            }
        }
        if start < bytes.count { result.append(start..<bytes.count) }
        return result
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
