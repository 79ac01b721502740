internal import UnicodeText

/// Puts segments and boundaries together from those of the units of a text.
enum SegmentAssembly {
    /// Adds the segments of a unit, without the white space around them.
    static func add(
        _ unit: ByteRange, endedBy rule: BoundaryRule, _ boundaries: [Boundary], of text: UTF8Text,
        to segments: inout [Segment]
    ) {
        var start = unit.lowerBound
        func append(_ range: ByteRange, _ rule: String) {
            let trimmed = text.trimmed(range)
            if !trimmed.isEmpty { segments.append(Segment(range: trimmed, rule: rule)) }
        }
        for boundary in boundaries where boundary.isBreak {
            append(start..<boundary.offset, boundary.rule)
            start = boundary.offset
        }
        append(start..<unit.upperBound, rule.rawValue)
    }

    /// Adds the boundaries of a unit, and the one at its end if nothing broke there.
    static func add(
        _ unit: ByteRange, endedBy rule: BoundaryRule, _ boundaries: [Boundary], of text: UTF8Text,
        to all: inout [Boundary]
    ) {
        all.append(contentsOf: boundaries)
        let trimmed = text.trimmed(unit)
        let isEnded = all.last.map { $0.isBreak && $0.offset >= trimmed.upperBound } ?? false
        if !trimmed.isEmpty, !isEnded {
            all.append(Boundary(offset: trimmed.upperBound, isBreak: true, rule: rule.rawValue))
        }
    }
}
