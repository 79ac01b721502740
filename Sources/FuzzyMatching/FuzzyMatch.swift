/// A segment of an index that is like a text.
public struct FuzzyMatch: Hashable, Sendable {
    /// As the index was given it.
    public var id: Int64
    /// Percent; 100 for identical texts alone.
    public var score: Int
    /// In the order of the query.
    public var differences: [FuzzyDifference]
    public var penalties: [FuzzyPenalty]

    public init(id: Int64, score: Int, differences: [FuzzyDifference] = [], penalties: [FuzzyPenalty] = []) {
        self.id = id
        self.score = score
        self.differences = differences
        self.penalties = penalties
    }
}
