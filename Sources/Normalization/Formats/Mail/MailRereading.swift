internal import UnicodeText

/// Lines up two readings of the same bytes of a file, the source's and a part's own.
struct MailRereading {
    let source: SourceText
    let body: ByteRange
    let result: CharacterDecoder.Result
    /// Where the part's bytes begin in the file.
    let start: Int

    /// From the source's reading of the part to the part's own. O(n log n).
    func edits() -> EditMap {
        var edits: [Edit] = []
        var from = body.lowerBound
        var to = 0
        while from < body.upperBound || to < result.text.count {
            let mark = (from: from, to: to)
            var fromEnd = step(&from)
            var toEnd = ownStep(&to)
            // Until both have read the same bytes.
            while fromEnd != toEnd, from < body.upperBound || to < result.text.count {
                if fromEnd < toEnd, from < body.upperBound {
                    fromEnd = step(&from)
                } else if to < result.text.count {
                    toEnd = ownStep(&to)
                } else {
                    fromEnd = step(&from)
                }
            }
            guard !source.text.bytes[mark.from..<from].elementsEqual(result.text.bytes[mark.to..<to]) else { continue }
            edits.append(
                Edit(
                    source: mark.from - body.lowerBound..<from - body.lowerBound, target: mark.to..<to,
                    rules: ["charset"]))
        }
        return EditMap(sourceCount: body.count, targetCount: result.text.count, edits: edits)
    }

    /// Passes over one character; the end of its bytes in the file.
    private func step(_ offset: inout Int) -> Int {
        guard offset < body.upperBound else { return Int.max }
        let next = offset + source.text.scalar(at: offset).length
        defer { offset = next }
        return source.offsets.source(of: offset..<next).upperBound
    }

    private func ownStep(_ offset: inout Int) -> Int {
        guard offset < result.text.count else { return Int.max }
        let next = offset + result.text.scalar(at: offset).length
        defer { offset = next }
        return start + result.offsets.source(of: offset..<next).upperBound
    }
}
