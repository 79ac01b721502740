internal import UnicodeText

/// A text with inline codes, and the same text without them.
struct CodedText {
    /// The text without its codes.
    let plain: UTF8Text
    /// The codes that were taken out, each with the offset in `plain` where it stood.
    private var codes: [(place: Int, code: SegmentCode)] = []
    /// Where the stretches between codes begin in both texts.
    private var pieces: [(plain: Int, source: Int)] = [(0, 0)]

    /// O(n + codes).
    init(_ text: UTF8Text, codes: [SegmentCode]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var end = 0
        for code in codes where code.range.lowerBound >= end && code.range.upperBound <= text.count {
            bytes.append(contentsOf: text.bytes[end..<code.range.lowerBound])
            end = code.range.upperBound
            self.codes.append((bytes.count, code))
            if pieces.last?.plain == bytes.count { pieces.removeLast() }
            pieces.append((bytes.count, end))
        }
        bytes.append(contentsOf: text.bytes[end...])
        plain = UTF8Text(unchecked: bytes)
    }

    /// The segments of `plain` as segments of the text, with the codes.
    func restored(_ segments: [Segment], sides: SegmentCode.Sides) -> [Segment] {
        guard let first = codes.first, let last = codes.last else { return segments }
        guard !segments.isEmpty else {
            // Codes and no text.
            let range = first.code.range.lowerBound..<last.code.range.upperBound
            return [Segment(range: range, rule: BoundaryRule.textEnd.rawValue)]
        }
        var result: [Segment] = []
        var next = 0
        var start = source(of: segments[0].range.lowerBound)
        // Codes before the first segment are its own.
        if first.place <= segments[0].range.lowerBound { start = min(start, first.code.range.lowerBound) }
        for (index, segment) in segments.enumerated() {
            let plainEnd = segment.range.upperBound
            var end = source(of: plainEnd - 1) + 1
            let isLast = index + 1 == segments.count
            let following = isLast ? Int.max : segments[index + 1].range.lowerBound
            while next < codes.count, codes[next].place < plainEnd { next += 1 }
            while next < codes.count, codes[next].place <= following {
                guard isLast || sides.preceding.contains(codes[next].code.kind) else { break }
                end = codes[next].code.range.upperBound
                next += 1
            }
            result.append(Segment(range: start..<end, rule: segment.rule))
            guard !isLast else { break }
            start = source(of: following)
            if next < codes.count, codes[next].place <= following { start = codes[next].code.range.lowerBound }
        }
        return result
    }

    /// The offset in the text of the byte at an offset of `plain`. O(log codes).
    private func source(of offset: Int) -> Int {
        var low = 0
        var high = pieces.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle].plain <= offset { low = middle } else { high = middle }
        }
        return pieces[low].source + offset - pieces[low].plain
    }
}
