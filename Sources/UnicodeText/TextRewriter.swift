/// Makes a text out of another from left to right and keeps account of every change.
public struct TextRewriter {
    private let source: UTF8Text
    private var output: [UInt8] = []
    private var position = 0
    private var edits: [Edit] = []

    public init(_ source: UTF8Text) { self.source = source }

    /// Whether anything has been changed so far.
    public var hasChanges: Bool { !edits.isEmpty }

    /// Replaces a range of the source; ranges must come in ascending order and not overlap.
    ///
    /// An edit that begins where the last one ended is joined with it. A replacement by the same bytes is no edit.
    public mutating func replace(_ range: ByteRange, with bytes: [UInt8], rule: String) {
        precondition(range.lowerBound >= position, "edits out of order")
        if sameBytes(bytes[...], source.bytes[range]) { return }
        output.append(contentsOf: source.bytes[position..<range.lowerBound])
        let start = output.count
        output.append(contentsOf: bytes)
        position = range.upperBound
        if let last = edits.last, last.source.upperBound == range.lowerBound, last.target.upperBound == start,
            last.rules == [rule]
        {
            edits[edits.count - 1].source = last.source.lowerBound..<range.upperBound
            edits[edits.count - 1].target = last.target.lowerBound..<output.count
        } else {
            edits.append(Edit(source: range, target: start..<output.count, rules: [rule]))
        }
    }

    /// Deletes a range of the source.
    public mutating func delete(_ range: ByteRange, rule: String) {
        replace(range, with: [], rule: rule)
    }

    /// Copies the rest and returns the text with its edits. Unchanged text is not copied.
    public mutating func finish() -> (text: UTF8Text, edits: EditMap) {
        guard hasChanges else { return (source, EditMap(identity: source.count)) }
        output.append(contentsOf: source.bytes[position...])
        position = source.count
        return (
            UTF8Text(unchecked: output),
            EditMap(sourceCount: source.count, targetCount: output.count, edits: edits)
        )
    }
}
