/// The runs of lines that can be a page's story: heavy runs by several measures, runs of these, and what they become
/// with their heads and ends moved to where the page has seams. O(lines), their number does not grow with the page.
struct StoryCandidates {
    private let lines: StoryLines
    private(set) var ranges: [Range<Int>] = []
    private var known: Set<Range<Int>> = []

    /// Heavy runs taken of each measure, and how many neighbours are joined.
    private static let runs = 8
    private static let joined = 5
    /// How far up a dateline or byline may stand above its story, and how far down a list may go on.
    private static let headReach = 12
    private static let tailReach = 80
    /// Datelines and bylines that a story without sentences may stand under.
    private static let heads = 32
    /// The heaviest candidates get their ends moved, each to so many seams.
    private static let trimmed = 6
    private static let seams = 5
    /// A line with this much against it ends a list.
    private static let furniture = 0.3

    init(_ lines: StoryLines, run: Range<Int>) {
        self.lines = lines
        for weights in measures() {
            let runs = MaximalRuns.heaviest(Self.runs, of: weights)
            for first in runs.indices {
                for last in first..<min(runs.count, first + Self.joined) {
                    put(runs[first].range.lowerBound..<runs[last].range.upperBound)
                }
            }
        }
        put(run)
        for range in ranges { stretch(range) }
        addHeads()
        let heaviest = ranges.enumerated().sorted { one, other in
            let (left, right) = (weight(one.element), weight(other.element))
            return left != right ? left > right : one.offset < other.offset
        }.prefix(Self.trimmed)
        for (_, range) in heaviest { trim(range) }
    }

    private func weight(_ range: Range<Int>) -> Double { lines.weight(range.lowerBound, range.upperBound) }

    /// The lines' weights as they are, with plain short lines costing less, with gaps costing more, and with plain lines
    /// costing next to nothing but furniture all the more.
    private func measures() -> [[Double]] {
        let plain = lines.weights.indices.map {
            lines.weights[$0] - (lines.opensComments[$0] ? BodyRun.commentsCost : 0)
        }
        let soft = plain.indices.map {
            let weight = plain[$0]
            return weight < 0 && weight > LineScore.furnitureLimit && lines.furniture[$0] < Self.furniture
                ? weight * 0.35 : weight
        }
        let hard = plain.map { $0 < 0 ? 2 * $0 - 1 : min($0, 2.5) }
        let softer = plain.indices.map {
            if lines.furniture[$0] >= Self.furniture { return plain[$0] - (lines.furniture[$0] >= 0.9 ? 1 : 0) }
            return plain[$0] < 0 ? max(-0.3, soft[$0]) : plain[$0]
        }
        return [plain, soft, hard, softer]
    }

    private mutating func put(_ range: Range<Int>) {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, !lines.hasLetters[start] { start += 1 }
        while start < end, !lines.hasLetters[end - 1] { end -= 1 }
        if start < end, known.insert(start..<end).inserted { ranges.append(start..<end) }
    }

    /// Up to the dateline above, and down over lines without sentences to the next furniture.
    private mutating func stretch(_ range: Range<Int>) {
        var start = range.lowerBound
        var above = start - 1
        while above >= max(0, range.lowerBound - Self.headReach) {
            if lines.isText[above], !lines.isCaption[above] { break }
            if lines.isDateline[above] || lines.isByline[above] {
                start = above + 1
                break
            }
            above -= 1
        }
        var end = range.upperBound
        while end < lines.count, lines.furniture[end] < Self.furniture, !lines.isText[end],
            end - range.upperBound < Self.tailReach
        {
            end += 1
        }
        if start < range.lowerBound { put(start..<range.upperBound) }
        if end > range.upperBound, end < lines.count {
            put(range.lowerBound..<end)
            if start < range.lowerBound { put(start..<end) }
        }
    }

    /// What stands between a dateline or byline and the next furniture, whatever it looks like.
    private mutating func addHeads() {
        var furniture = lines.count
        var next = [Int](repeating: lines.count, count: lines.count + 1)
        for index in stride(from: lines.count - 1, through: 0, by: -1) {
            if lines.furniture[index] >= Self.furniture { furniture = index }
            next[index] = furniture
        }
        let heads = (0..<lines.count).lazy.filter { [lines] in lines.isDateline[$0] || lines.isByline[$0] }
        for head in Array(heads.prefix(Self.heads)) {
            var start = head + 1
            while start < min(lines.count, head + 6),
                lines.furniture[start] >= Self.furniture || lines.isDateline[start] || lines.isByline[start]
            {
                start += 1
            }
            if next[start] - start >= 2 { put(start..<next[start]) }
        }
    }

    /// The first and last few places where text begins and ends.
    private mutating func trim(_ range: Range<Int>) {
        var starts = [range.lowerBound]
        var index = range.lowerBound + 1
        while index < range.upperBound, starts.count <= Self.seams {
            if lines.isText[index], !lines.isText[index - 1] { starts.append(index) }
            index += 1
        }
        var ends = [range.upperBound]
        index = range.upperBound - 1
        while index > range.lowerBound, ends.count <= Self.seams {
            if lines.isText[index - 1], !lines.isText[index] { ends.append(index) }
            index -= 1
        }
        for start in starts {
            for end in ends where start < end { put(start..<end) }
        }
    }
}
