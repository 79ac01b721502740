internal import UnicodeText

extension EditMap {
    /// The part of the map that made a range of its result, and the source bytes that part begins and ends with.
    ///
    /// An edit that the range cuts in two comes along with its whole source. O(log edits + edits in the range).
    func slice(_ target: ByteRange) -> (source: ByteRange, map: EditMap) {
        let source = source(of: target)
        let first = edits.partitionIndex { $0.target.upperBound <= target.lowerBound }
        var part: [Edit] = []
        for edit in edits[first...] {
            guard edit.target.lowerBound < target.upperBound else { break }
            let cut = edit.target.clamped(to: target)
            part.append(
                Edit(
                    source: edit.source.lowerBound - source.lowerBound..<edit.source.upperBound - source.lowerBound,
                    target: cut.lowerBound - target.lowerBound..<cut.upperBound - target.lowerBound,
                    rules: edit.rules))
        }
        return (source, EditMap(sourceCount: source.count, targetCount: target.count, edits: part))
    }
}
