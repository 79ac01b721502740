/// Finds the story in plain lines: the run with the largest sum of weights.
///
/// Kadane's scan with a gift for a beginning that stands below a date or a byline. O(lines).
enum BodyRun {
    /// No line weighs less than this in the sum: one heavy line of the page amid a story must not split it.
    static let floor = -2.0
    /// What it costs to run on into what readers wrote.
    static let commentsCost = 8.0

    static func range(in lines: [LabelledBlock]) -> Range<Int> {
        var best = (sum: 0.0, range: 0..<0)
        var start = (value: -Double.infinity, index: 0)
        var sum = 0.0
        for index in lines.indices {
            let weight = max(Self.floor, lines[index].score)
            let gift = weight > 0 ? beginning(index, lines) : 0
            if gift - sum > start.value { start = (gift - sum, index) }
            sum += weight
            if lines[index].opensComments { sum -= Self.commentsCost }
            if start.value + sum > best.sum { best = (start.value + sum, start.index..<index + 1) }
        }
        return best.range
    }

    private static func beginning(_ index: Int, _ lines: [LabelledBlock]) -> Double {
        var gift = 0.0
        for distance in 1...6 where index - distance >= 0 {
            if lines[index - distance].isStamped { gift = max(gift, 1.5 * (1 - 0.1 * Double(distance - 1))) }
            if lines[index - distance].isByline { gift = max(gift, 0.7) }
        }
        return gift
    }
}
