/// Where each byte of a decoded text came from in the bytes of its file.
///
/// A run is a stretch of characters that all take the same number of bytes on each side, so that a page of ASCII in
/// UTF-16 or of Chinese in GB 18030 is one run. Mapping an offset costs O(log runs).
public struct OffsetRuns: Hashable, Sendable {
    struct Run: Hashable, Sendable {
        var source: Int
        var target: Int
        /// Bytes of one character in the file and in the text.
        var sourceStep: Int
        var targetStep: Int
        var count: Int
    }

    private var runs: [Run] = []
    public private(set) var sourceCount = 0
    public private(set) var targetCount = 0

    public init() {}

    /// Text that stands in the file as it is, after `skipped` bytes (a byte order mark).
    public init(identity count: Int, skipping skipped: Int = 0) {
        sourceCount = skipped
        append(source: 1, target: 1, count: count)
    }

    /// Adds characters that take `source` bytes in the file and `target` bytes in the text each.
    public mutating func append(source: Int, target: Int, count: Int = 1) {
        guard count > 0 else { return }
        if let last = runs.last, last.sourceStep == source, last.targetStep == target {
            runs[runs.count - 1].count += count
        } else {
            runs.append(
                Run(source: sourceCount, target: targetCount, sourceStep: source, targetStep: target, count: count))
        }
        sourceCount += source * count
        targetCount += target * count
    }

    /// Passes over bytes of the file that give no text.
    public mutating func skip(_ count: Int) { sourceCount += count }

    /// The bytes of the file that a range of the text came from; a range inside a character gets the whole character.
    public func source(of target: ByteRange) -> ByteRange {
        let start = offset(of: target.lowerBound, roundingUp: false)
        return start..<max(start, offset(of: target.upperBound, roundingUp: true))
    }

    private func offset(of target: Int, roundingUp: Bool) -> Int {
        let index = runs.partitionIndex { roundingUp ? $0.target < target : $0.target <= target } - 1
        guard index >= 0 else { return runs.first.map { min($0.source, sourceCount) } ?? 0 }
        let run = runs[index]
        let inside = target - run.target
        guard run.targetStep > 0 else { return run.source }
        let characters = roundingUp ? (inside + run.targetStep - 1) / run.targetStep : inside / run.targetStep
        if characters >= run.count {
            let end = run.source + run.sourceStep * run.count
            // A start at the end of a run belongs to what follows, past any skipped bytes.
            if !roundingUp, index + 1 < runs.count { return runs[index + 1].source }
            return end
        }
        return run.source + characters * run.sourceStep
    }
}
