public import UnicodeText

/// How frequent candidates are in other texts of their language.
public struct TermBackground {
    private let finder: PhraseFinder
    private var counts: [Int]

    /// Fewer words than this say nothing.
    public static let leastWords = 10_000

    public init(_ candidates: [TermCandidate], of extractor: TermExtractor) {
        finder = PhraseFinder(candidates, of: extractor)
        counts = Array(repeating: 0, count: candidates.count)
    }

    public mutating func add(_ text: UTF8Text) { finder.forEach(in: text) { counts[$0] += 1 } }

    /// The candidates with their weirdness (Ahmad, Gillam, Tostevin 1999), in their order by it; as they were where the other
    /// texts are too few.
    public func weighed(_ candidates: [TermCandidate], words: Int) -> [TermCandidate] {
        guard finder.wordCount >= Self.leastWords, words > 0 else { return candidates }
        var weighed = candidates
        for index in weighed.indices {
            let here = Double(weighed[index].count) / Double(words)
            // Half a place for what is not seen at all.
            let there = (Double(counts[index]) + 0.5) / Double(finder.wordCount)
            weighed[index].weirdness = here / there
        }
        return weighed.sorted(by: TermCandidate.precedes)
    }
}
