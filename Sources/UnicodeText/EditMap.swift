/// How a text was made out of another: the changed places in order, everything between them copied.
///
/// Offsets in both directions cost O(log edits); composing two maps costs O(edits of both).
public struct EditMap: Hashable, Sendable {
    /// Length of the source in bytes.
    public let sourceCount: Int
    /// Length of the result in bytes.
    public let targetCount: Int
    /// Changed places, ascending and not overlapping on either side.
    public let edits: [Edit]

    public init(sourceCount: Int, targetCount: Int, edits: [Edit]) {
        self.sourceCount = sourceCount
        self.targetCount = targetCount
        self.edits = edits
    }

    /// The map of a text copied as it is.
    public init(identity count: Int) {
        self.init(sourceCount: count, targetCount: count, edits: [])
    }

    public var isIdentity: Bool { edits.isEmpty }

    /// The source bytes that a range of the result came from.
    ///
    /// A range that cuts an edit in two gets the whole of that edit's source; bytes deleted at its very ends are not
    /// counted in.
    public func source(of target: ByteRange) -> ByteRange {
        let start = sourceStart(of: target.lowerBound)
        let end = sourceEnd(of: target.upperBound)
        return min(start, end)..<max(start, end)
    }

    /// The bytes of the result that a range of the source became.
    public func target(of source: ByteRange) -> ByteRange { inverted.source(of: source) }

    /// The same changes seen from the result.
    public var inverted: EditMap {
        EditMap(
            sourceCount: targetCount, targetCount: sourceCount,
            edits: edits.map { Edit(source: $0.target, target: $0.source, rules: $0.rules) })
    }

    private func sourceStart(of offset: Int) -> Int {
        // The last edit that begins at or before the offset.
        let index = edits.partitionIndex { $0.target.lowerBound <= offset } - 1
        guard index >= 0 else { return offset }
        let edit = edits[index]
        if offset < edit.target.upperBound { return edit.source.lowerBound }
        return edit.source.upperBound + (offset - edit.target.upperBound)
    }

    private func sourceEnd(of offset: Int) -> Int {
        // The last edit that begins before the offset.
        let index = edits.partitionIndex { $0.target.lowerBound < offset } - 1
        guard index >= 0 else { return offset }
        let edit = edits[index]
        if offset <= edit.target.upperBound { return edit.source.upperBound }
        return edit.source.upperBound + (offset - edit.target.upperBound)
    }

    /// Makes the result out of the source and the inserted bytes, to prove that the map is right.
    ///
    /// - Returns: `nil` when the map does not fit these texts.
    public func verifies(source: UTF8Text, target: UTF8Text) -> Bool {
        guard source.count == sourceCount, target.count == targetCount else { return false }
        var from = 0
        var to = 0
        for edit in edits {
            let gap = edit.source.lowerBound - from
            guard gap >= 0, edit.target.lowerBound - to == gap,
                source.bytes[from..<edit.source.lowerBound].elementsEqual(target.bytes[to..<edit.target.lowerBound])
            else { return false }
            from = edit.source.upperBound
            to = edit.target.upperBound
            guard from <= sourceCount, to <= targetCount else { return false }
        }
        return source.bytes[from...].elementsEqual(target.bytes[to...])
    }
}

extension Array {
    /// Index of the first element for which `precedes` is false; the array must be sorted that way. O(log n).
    @inlinable
    public func partitionIndex(_ precedes: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if precedes(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
