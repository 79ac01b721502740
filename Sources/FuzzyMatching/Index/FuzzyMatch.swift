public import UnicodeText

/// A segment of an index that is like a text.
public struct FuzzyMatch: Hashable, Sendable {
    /// As the index was given it.
    public var id: Int64
    /// The segment.
    public var text: UTF8Text
    /// Percent; 100 for identical texts alone.
    public var score: Int
    /// In the order of the query.
    public var differences: [FuzzyDifference]
    public var penalties: [FuzzyPenalty]

    public init(
        id: Int64, score: Int, text: UTF8Text, differences: [FuzzyDifference] = [], penalties: [FuzzyPenalty] = []
    ) {
        self.id = id
        self.score = score
        self.text = text
        self.differences = differences
        self.penalties = penalties
    }

    init(id: Int64, text: UTF8Text, _ comparison: FuzzyComparison) {
        self.init(
            id: id, score: comparison.score, text: text, differences: comparison.differences,
            penalties: comparison.penalties)
    }
}
