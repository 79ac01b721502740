internal import UnicodeText

/// One message of IPTC 7901: SOH, header line, keywords, STX, headline and text, ETX, time of filing, EOT.
struct IPTC7901Message {
    private let text: UTF8Text
    private let lines: [WireLine]

    init(_ text: UTF8Text, _ lines: [WireLine]) {
        self.text = text
        self.lines = lines
    }

    func blocks() -> [RawBlock] {
        var blocks: [RawBlock] = []
        var marks: [RawBlock] = []
        guard let header = lines.firstIndex(where: { !$0.isBlank }) else { return [] }
        marks.append(mark(header, "header"))
        let start = textStart(after: header)
        for index in header + 1..<max(start, header + 1) where !lines[index].isBlank {
            marks.append(mark(index, "keywords"))
        }
        var end = lines.firstIndex { text.bytes[$0.whole].contains(0x03) } ?? lines.count
        // What stands before ETX on its line is text.
        if end < lines.count, let etx = text.bytes[lines[end].whole].firstIndex(of: 0x03),
            text.bytes[lines[end].whole.lowerBound..<etx].contains(where: { $0 > 0x20 })
        {
            end += 1
        }
        var tail: [RawBlock] = []
        let filed = filing(from: start, to: end)
        var dateline: RawBlock?
        for index in min(filed, end)..<lines.count where !lines[index].isBlank {
            let line = WireText.line(lines[index], of: text)
            if dateline == nil, let date = MachineDate.iso8601(line.text) {
                dateline = line.block(.dateline, "filed", date: date)
            } else {
                tail.append(mark(index, "post-text"))
            }
        }
        let body = start..<max(start, min(filed, end))
        let head = headline(in: body)
        if let head {
            blocks.append(WireText.line(lines[head], of: text, dropping: Self.lineMarks).block(.headline, "headline"))
        }
        if let dateline { blocks.append(dateline) }
        blocks += rest(from: head.map { $0 + 1 } ?? start, to: body.upperBound)
        return blocks + marks + tail
    }

    private static let lineMarks: Set<UInt8> = [UInt8(ascii: "=")]

    private func mark(_ index: Int, _ field: String) -> RawBlock {
        WireText.line(lines[index], of: text).block(.boilerplate, field, reason: .identifier)
    }

    /// The line with STX; without one, the first that is no keyword line (they end in a slash).
    private func textStart(after header: Int) -> Int {
        if let start = lines.firstIndex(where: { text.bytes[$0.whole].contains(0x02) }), start > header { return start }
        // Without STX a headline that ends in "=" shows that the one line above it is the keywords.
        let filled = lines[(header + 1)...].indices.filter { !lines[$0].isBlank }.prefix(2)
        if filled.count == 2, let first = filled.first, let second = filled.last,
            text.bytes[lines[first].inner].last != UInt8(ascii: "="),
            text.bytes[lines[second].inner].last == UInt8(ascii: "="), !lines[second].isIndented(in: text),
            !lines[first].inner.isEmpty, !text.bytes[lines[first].inner].contains(0x20)
        {
            return second
        }
        return lines[(header + 1)...].firstIndex { line in
            !line.isBlank && text.bytes[line.inner].last != UInt8(ascii: "/")
        } ?? lines.count
    }

    /// Where the agency's signature and the time of filing begin: after ETX, or the last lines without one.
    private func filing(from start: Int, to end: Int) -> Int {
        if end < lines.count { return end }
        guard let last = lines.lastIndex(where: { !$0.isBlank }), last > start,
            MachineDate.iso8601(text[lines[last].inner]) != nil
        else { return end }
        // The signature is a short line above it.
        let above = lines[start..<last].lastIndex { !$0.isBlank } ?? last
        let isAlone = above > start && lines[above - 1].isBlank
        return isAlone && lines[above].inner.count <= 24 && last - above <= 2 ? above : last
    }

    /// The first line, when text follows it after a blank line or further header lines, which end in "=".
    private func headline(in range: Range<Int>) -> Int? {
        guard let first = lines[range].firstIndex(where: { !$0.isBlank }), first + 1 < range.upperBound else {
            return nil
        }
        let line = lines[first]
        let hasMark = text.bytes[line.inner].last == UInt8(ascii: "=")
        let next = lines[first + 1]
        let nextIsHead = text.bytes[next.inner].last == UInt8(ascii: "=")
        let isFramed = text.bytes[line.whole].contains(0x02)
        return hasMark || nextIsHead || next.isBlank || isFramed || next.isIndented(in: text) ? first : nil
    }

    /// Further header lines each for itself, then the text.
    private func rest(from start: Int, to end: Int) -> [RawBlock] {
        var blocks: [RawBlock] = []
        var index = start
        while index < end, !lines[index].isBlank, text.bytes[lines[index].inner].last == UInt8(ascii: "=") {
            let line = WireText.line(lines[index], of: text, dropping: Self.lineMarks)
            if !line.text.isEmpty {
                blocks.append(RawBlock(extent: line.extent, text: line.text, edits: line.edits))
            }
            index += 1
        }
        if index < end { blocks += WireText.blocks(lines[index..<end], of: text) }
        return blocks
    }
}
