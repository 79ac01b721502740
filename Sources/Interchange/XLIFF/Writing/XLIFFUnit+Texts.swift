internal import TranslationMemory
internal import UnicodeText

extension XLIFFUnit {
    /// The texts as XLIFF 1.2 has them: segments joined, and marked by `mrk` where there are several.
    func wholeTexts() -> Whole {
        if var whole {
            let cut = XLIFFSegmentCutter.segments(of: whole, like: segments)
            if cut == segments { return whole }
            // Another translation leaves the source as it was.
            if cut.map(\.source) == segments.map(\.source) {
                whole.target = joinedTexts().target
                return whole
            }
        }
        return joinedTexts()
    }

    private func joinedTexts() -> Whole {
        let marked = withMarkedTerms().unit.segments
        let source = Self.joined(marked.map { (nil, $0.source) })
        let hasTarget = segments.contains { $0.target != nil }
        guard segments.count > 1 else { return Whole(source: source, target: hasTarget ? segments[0].target : nil) }
        var number = 0
        let ids: [String?] = segments.map { segment in
            guard !segment.isIgnorable else { return nil }
            number += 1
            return segment.id ?? "\(number)"
        }
        return Whole(
            source: Self.joined(segments.map { (nil, $0.source) }),
            segmentedSource: Self.joined(zip(ids, marked).map { ($0, $1.source) }),
            target: hasTarget
                ? Self.joined(
                    zip(ids, segments).map { id, segment in
                        (id, segment.target ?? (segment.isIgnorable ? segment.source : InlineText("")))
                    }) : nil)
    }

    /// The state that XLIFF 1.2 gives to all of a unit: that of the segment which is least far.
    var commonState: XLIFFState {
        let states = segments.filter { !$0.isIgnorable }.map(\.state)
        guard let first = states.first, let least = states.min(by: { Self.rank($0) < Self.rank($1) }) else {
            return .unsaid
        }
        return states.allSatisfy { $0 == first } ? first : XLIFFState(least.progress, least.qualifier)
    }

    private static func rank(_ state: XLIFFState) -> Int {
        state.progress.flatMap { XLIFFState.Progress.allCases.firstIndex(of: $0) } ?? -1
    }

    private static func joined(_ parts: [(id: String?, text: InlineText)]) -> InlineText {
        var bytes: [UInt8] = []
        var codes: [InlineCode] = []
        for (id, text) in parts {
            let marker = XLIFFSegmentCutter.mark(id ?? "")
            if id != nil { codes.append(InlineCode(kind: .highlightStart, position: bytes.count, attributes: marker)) }
            codes += text.codes.map { code in
                var code = code
                code.position = bytes.count + min(max(0, code.position), text.text.count)
                return code
            }
            bytes += text.text.bytes
            if id != nil {
                codes.append(InlineCode(kind: .highlightEnd, position: bytes.count, attributes: marker))
            }
        }
        return InlineText(UTF8Text(unchecked: bytes), codes: codes)
    }

    /// The unit with a `mrk` around each term that has a place, and the ids of those.
    func withMarkedTerms() -> (unit: XLIFFUnit, ids: [String?]) {
        guard terms.contains(where: { $0.range != nil }) else { return (self, terms.map { _ in nil }) }
        var unit = self
        var ids: [String?] = []
        var marks: [Int: [(range: ByteRange, id: String)]] = [:]
        var number = terms.count
        var used = Set(segments.compactMap { $0.id.map(XLIFFCodes2.token) })
        for segment in segments {
            for code in segment.source.codes {
                if let id = code.attributes["id"] { used.insert(XLIFFCodes2.token(id)) }
            }
        }
        for (index, term) in terms.enumerated() {
            guard let range = term.range, segments.indices.contains(term.segment),
                !range.isEmpty, range.lowerBound >= 0, range.upperBound <= segments[term.segment].source.text.count
            else {
                ids.append(nil)
                continue
            }
            var id = term.attributes["mrk/id"].map(XLIFFCodes2.token) ?? "t\(index + 1)"
            while !used.insert(id).inserted {
                number += 1
                id = "t\(number)"
            }
            marks[term.segment, default: []].append((range, id))
            ids.append(id)
        }
        for (segment, marks) in marks {
            unit.segments[segment].source = Self.marked(unit.segments[segment].source, marks)
        }
        return (unit, ids)
    }

    /// Longer marks open first and close last, so that they nest; codes at a mark's edge stay outside.
    private static func marked(_ text: InlineText, _ marks: [(range: ByteRange, id: String)]) -> InlineText {
        var events: [(position: Int, order: Int, tie: Int, code: InlineCode)] = []
        for (index, code) in text.codes.enumerated() {
            let opens = code.kind == .beginPaired || code.kind == .highlightStart
            events.append((code.position, opens ? 2 : 1, index, code))
        }
        for (number, mark) in marks.enumerated() {
            let length = mark.range.count
            let attributes = [
                Attribute("element", "mrk"), Attribute("id", mark.id), Attribute("type", "term"),
            ]
            events.append(
                (
                    mark.range.lowerBound, 3, -length * (marks.count + 1) + number,
                    InlineCode(kind: .highlightStart, position: mark.range.lowerBound, attributes: attributes)
                ))
            events.append(
                (
                    mark.range.upperBound, 0, length * (marks.count + 1) - number,
                    InlineCode(
                        kind: .highlightEnd, position: mark.range.upperBound,
                        attributes: [Attribute("element", "mrk"), Attribute("id", mark.id)])
                ))
        }
        events.sort { ($0.position, $0.order, $0.tie) < ($1.position, $1.order, $1.tie) }
        return InlineText(text.text, codes: events.map(\.code))
    }
}
