/// Ascending numbers, those that follow each other as one range: `3-7, 12`.
struct NumberRanges: CustomStringConvertible {
    private(set) var ranges: [ClosedRange<Int64>] = []
    private(set) var count = 0

    mutating func append(_ number: Int64) {
        count += 1
        if let last = ranges.last, last.upperBound == number - 1 {
            ranges[ranges.count - 1] = last.lowerBound...number
        } else {
            ranges.append(number...number)
        }
    }

    var numbers: some Sequence<Int64> { ranges.lazy.joined() }

    var description: String {
        ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ", ")
    }
}
