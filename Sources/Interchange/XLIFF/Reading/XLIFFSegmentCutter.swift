internal import TranslationMemory
internal import UnicodeText

/// Cuts the texts of a `trans-unit` at the marks of segments (XLIFF 1.2, `seg-source` and `mrk mtype="seg"`).
enum XLIFFSegmentCutter {
    struct Piece: Hashable {
        /// `nil` for what stands between segments.
        var id: String?
        var text: InlineText
    }

    /// The attributes of the mark of a segment.
    static func mark(_ id: String) -> [Attribute] {
        [Attribute("element", "mrk"), Attribute("mtype", "seg"), Attribute("mid", id)]
    }

    static func isMark(_ code: InlineCode) -> Bool {
        code.kind == .highlightStart && code.element == "mrk" && code.attributes["mtype"] == "seg"
    }

    /// The segments of a unit, one where they cannot be told apart; states and attributes are taken from others.
    static func segments(of whole: XLIFFUnit.Whole, like others: [XLIFFSegment]) -> [XLIFFSegment] {
        var segments = cut(whole) ?? [XLIFFSegment(source: whole.source, target: whole.target)]
        for index in segments.indices where others.indices.contains(index) {
            segments[index].state = others[index].state
            segments[index].attributes = others[index].attributes
        }
        return segments
    }

    private static func cut(_ whole: XLIFFUnit.Whole) -> [XLIFFSegment]? {
        guard let segmented = whole.segmentedSource else { return nil }
        let sources = pieces(segmented)
        guard sources.contains(where: { $0.id != nil }) else { return nil }
        var targets: [Piece] = []
        if let target = whole.target {
            targets = pieces(target)
            // A translation nobody cut is one of the whole.
            guard targets.contains(where: { $0.id != nil }) || target.text.isEmpty else { return nil }
        }
        let isAligned = sources.map(\.id) == targets.map(\.id)
        var byID: [String: InlineText] = [:]
        for piece in targets { if let id = piece.id, byID[id] == nil { byID[id] = piece.text } }
        return sources.enumerated().map { index, piece in
            var segment = XLIFFSegment(id: piece.id, isIgnorable: piece.id == nil, source: piece.text)
            if isAligned {
                segment.target = targets[index].text
            } else if let id = piece.id {
                segment.target = byID[id]
            }
            return segment
        }
    }

    /// The pieces of a text, the marks themselves left out. O(text and codes).
    static func pieces(_ text: InlineText) -> [Piece] {
        var result: [Piece] = []
        var start = 0
        var codes: [InlineCode] = []
        // For every open mark whether it is that of a segment; segments inside segments are none.
        var open: [Bool] = []
        var id: String?
        func cut(at position: Int) {
            let end = max(start, min(position, text.text.count))
            if id != nil || end > start || !codes.isEmpty {
                let own = codes.map { code in
                    var code = code
                    code.position = min(max(0, code.position - start), end - start)
                    return code
                }
                result.append(Piece(id: id, text: InlineText(text.text[start..<end], codes: own)))
            }
            start = end
            codes = []
        }
        for code in text.codes {
            if code.kind == .highlightStart {
                let begins = id == nil && isMark(code)
                open.append(begins)
                if begins {
                    cut(at: code.position)
                    id = code.attributes["mid"] ?? ""
                    continue
                }
            } else if code.kind == .highlightEnd, open.popLast() == true {
                cut(at: code.position)
                id = nil
                continue
            }
            codes.append(code)
        }
        cut(at: text.text.count)
        return result
    }
}
