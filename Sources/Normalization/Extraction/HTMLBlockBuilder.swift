internal import UnicodeText

/// Puts the text nodes of one block together and keeps the edits that made it out of the page.
struct HTMLBlockBuilder {
    private let source: UTF8Text
    private var start: Int?
    private var end = 0
    private var text: [UInt8] = []
    private var edits: [Edit] = []
    private var letters = 0
    private var linkLetters = 0
    private var pendingBreak = false
    /// Whether the last thing was a line break: two of them end a paragraph.
    private(set) var endsInBreak = false
    var place = PagePlace()

    init(_ source: UTF8Text) { self.source = source }

    /// Text the tree moved before what is already there (out of a broken table) starts a block of its own.
    func mustBreak(before range: ByteRange) -> Bool { start != nil && range.lowerBound < end }

    mutating func append(_ decoded: [UInt8], from range: ByteRange, isLink: Bool) {
        guard !range.isEmpty else { return }
        let isBlank = UTF8Text(unchecked: decoded).isBlank
        if start == nil {
            if isBlank { return }
            start = range.lowerBound
            end = range.lowerBound
        }
        let origin = start ?? range.lowerBound
        let gap = end..<range.lowerBound
        if !gap.isEmpty || pendingBreak {
            let mark = text.count
            if pendingBreak { text.append(0x20) }
            edits.append(
                Edit(
                    source: gap.lowerBound - origin..<gap.upperBound - origin, target: mark..<text.count,
                    rules: ["markup"]))
            pendingBreak = false
        }
        edits.append(
            contentsOf: ReferenceAlignment.edits(
                raw: source.bytes[range], decoded: decoded, sourceOffset: range.lowerBound - origin,
                targetOffset: text.count))
        text.append(contentsOf: decoded)
        end = range.upperBound
        if !isBlank {
            endsInBreak = false
            letters += decoded.count
            if isLink { linkLetters += decoded.count }
        }
    }

    /// A line break within the block.
    mutating func appendBreak() {
        guard start != nil else { return }
        pendingBreak = true
        endsInBreak = true
    }

    /// The block so far, `nil` if it has no text; the builder is empty afterwards.
    mutating func finish() -> RawBlock? {
        defer { self = HTMLBlockBuilder(source) }
        guard let start, letters > 0 else { return nil }
        var place = place
        place.linkShare = Double(linkLetters) / Double(letters)
        return RawBlock(
            extent: start..<end, text: UTF8Text(unchecked: text),
            edits: EditMap(sourceCount: end - start, targetCount: text.count, edits: edits), place: place)
    }
}
