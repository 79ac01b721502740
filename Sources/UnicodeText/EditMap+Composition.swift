extension EditMap {
    /// The map from this map's source to the result of `next`, which was made out of this map's result.
    ///
    /// Edits of the two that touch each other's bytes become one, with the rules of both in order. O(edits of both).
    public func composed(with next: EditMap) -> EditMap {
        precondition(targetCount == next.sourceCount, "maps that do not follow each other")
        if isIdentity { return EditMap(sourceCount: sourceCount, targetCount: next.targetCount, edits: next.edits) }
        if next.isIdentity { return self }
        var result: [Edit] = []
        result.reserveCapacity(edits.count + next.edits.count)
        var first = edits[...]
        var second = next.edits[...]
        // How far the middle text runs ahead of the source, and the result ahead of the middle text, between edits.
        var firstShift = 0
        var secondShift = 0
        while !first.isEmpty || !second.isEmpty {
            var middle: ByteRange
            var rules: [String] = []
            if let one = first.first, second.first.map({ one.target.lowerBound <= $0.source.lowerBound }) ?? true {
                middle = one.target
            } else {
                middle = second[second.startIndex].source
            }
            let sourceStart = middle.lowerBound - firstShift
            let targetStart = middle.lowerBound + secondShift
            // Take in every edit of either side that overlaps what has been gathered, or stands at its edge.
            var grown = true
            var laterRules: [String] = []
            while grown {
                grown = false
                while let one = first.first, one.target.lowerBound <= middle.upperBound {
                    middle = middle.lowerBound..<max(middle.upperBound, one.target.upperBound)
                    firstShift += one.target.count - one.source.count
                    rules.appendMissing(one.rules)
                    first.removeFirst()
                    grown = true
                }
                while let two = second.first, two.source.lowerBound <= middle.upperBound {
                    middle = middle.lowerBound..<max(middle.upperBound, two.source.upperBound)
                    secondShift += two.target.count - two.source.count
                    laterRules.appendMissing(two.rules)
                    second.removeFirst()
                    grown = true
                }
            }
            rules.appendMissing(laterRules)
            result.append(
                Edit(
                    source: sourceStart..<middle.upperBound - firstShift,
                    target: targetStart..<middle.upperBound + secondShift, rules: rules))
        }
        return EditMap(sourceCount: sourceCount, targetCount: next.targetCount, edits: result)
    }
}

extension Array where Element: Equatable {
    fileprivate mutating func appendMissing(_ others: [Element]) {
        for other in others where !contains(other) { append(other) }
    }
}
