internal import UnicodeText

/// Steps that judge a character by its neighbours, applied until they change nothing any more.
///
/// A mark that was set is itself a neighbour of the next, so that in a tangle of marks a second run could see things
/// otherwise than the first. A paragraph that does not settle in a few runs is left as it came: this makes the whole
/// idempotent for any text whatever. No step looks beyond an empty line. O(n).
struct SettledSteps: Step {
    let steps: [any Step]

    private static let maximumRuns = 4

    func apply(to text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        let first = steps.apply(to: text)
        if first.edits.isIdentity || steps.apply(to: first.text).edits.isIdentity { return first }
        var output: [UInt8] = []
        output.reserveCapacity(first.text.count)
        var edits: [Edit] = []
        for range in text.paragraphRanges {
            let settled = settle(text[range])
            for edit in settled.edits.edits {
                edits.append(
                    Edit(
                        source: edit.source.lowerBound + range.lowerBound..<edit.source.upperBound + range.lowerBound,
                        target: edit.target.lowerBound + output.count..<edit.target.upperBound + output.count,
                        rules: edit.rules))
            }
            output += settled.text.bytes
        }
        return (UTF8Text(unchecked: output), EditMap(sourceCount: text.count, targetCount: output.count, edits: edits))
    }

    private func settle(_ text: UTF8Text) -> (text: UTF8Text, edits: EditMap) {
        var result = (text: text, edits: EditMap(identity: text.count))
        for _ in 0..<Self.maximumRuns {
            let next = steps.apply(to: result.text)
            if next.edits.isIdentity { return result }
            result = (next.text, result.edits.composed(with: next.edits))
        }
        return (text, EditMap(identity: text.count))
    }
}

extension UTF8Text {
    /// The paragraphs, each with the empty lines behind it; together they are the whole text.
    fileprivate var paragraphRanges: [ByteRange] {
        var ranges: [ByteRange] = []
        var start = 0
        var wasNewline = false
        var isBreak = false
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0A {
                isBreak = isBreak || wasNewline
                wasNewline = true
            } else if byte != 0x0D && byte != 0x20 && byte != 0x09 {
                if isBreak {
                    ranges.append(start..<index)
                    start = index
                }
                isBreak = false
                wasNewline = false
            }
        }
        if start < count { ranges.append(start..<count) }
        return ranges
    }
}
