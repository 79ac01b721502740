internal import UnicodeText

/// One message of ANPA-1312: two header lines, STX, lines that begin with "^" (keyword, headline, notes, byline),
/// paragraphs that begin with a tab, ETX, and the service's mark with the time.
struct ANPAMessage {
    private let text: UTF8Text
    private let lines: [WireLine]

    init(_ text: UTF8Text, _ lines: [WireLine]) {
        self.text = text
        self.lines = lines
    }

    func blocks() -> [RawBlock] {
        var item = PressItem()
        let filled = lines.indices.filter { !lines[$0].isBlank }
        guard filled.count > 1 else { return [] }
        for index in filled.prefix(2) { item.addMark(line(index), "header", .identifier) }
        let end = storyEnd(filled)
        var body: [WireLine] = []
        var heads = 0
        var hasText = false
        for index in filled[1] + 1..<max(end, filled[1] + 1) {
            let isHead = text.bytes[lines[index].inner].first == UInt8(ascii: "^")
            guard isHead, !hasText else {
                body.append(lines[index])
                hasText = hasText || !lines[index].isBlank
                continue
            }
            let head = line(index)
            // "Eds:" speaks to the desk, wherever it stands.
            if heads > 0, Self.editors.contains(where: { head.text.bytes.starts(with: $0.utf8) }) {
                item.addMark(head, "note", .identifier)
                continue
            }
            addHead(head, isName: endsInName(index), number: heads, to: &item)
            heads += 1
        }
        item.addBody(
            WireText.blocks(body[...], of: text).map { block in
                var block = block
                block.place.declaredKind = .body
                block.place.element = "text"
                return block
            })
        for index in max(end, filled[1] + 1)..<lines.count where !lines[index].isBlank {
            let line = line(index)
            if MachineDate.iso8601(line.text) != nil {
                item.addDate(line, "filed", .version)
            } else {
                item.addMark(line, "post-text", .identifier)
            }
        }
        return item.blocks()
    }

    private static let editors = [
        "Eds:", "EDS:", "Eds.:", "Editors:", "EDITORS:", "Note to editors", "NOTE TO EDITORS",
    ]
    private static let marks: Set<UInt8> = [UInt8(ascii: "^"), UInt8(ascii: "<"), UInt8(ascii: "=")]

    private func line(_ index: Int) -> SourcedText { WireText.line(lines[index], of: text, dropping: Self.marks) }

    /// Lines of a byline end in "=", others in "<".
    private func endsInName(_ index: Int) -> Bool { text.bytes[lines[index].inner].last == UInt8(ascii: "=") }

    /// First the keyword line, then the headline; names end in "="; a long line is the story in short, others are notes.
    private func addHead(_ line: SourcedText, isName: Bool, number: Int, to item: inout PressItem) {
        if isName {
            item.addByline(line, "byline")
        } else if number == 1 {
            item.addHeadline(line, "headline")
        } else if number > 1, line.text.count > 120 {
            item.addLead(line, "abstract")
        } else {
            item.addMark(line, number == 0 ? "keyword" : "note", .identifier)
        }
    }

    /// The line with ETX, or the last if it is the service's mark with a time.
    private func storyEnd(_ filled: [Int]) -> Int {
        if let end = lines.firstIndex(where: { text.bytes[$0.whole].contains(0x03) }) { return end }
        if let last = filled.last, MachineDate.iso8601(line(last).text) != nil { return last }
        return lines.count
    }
}
