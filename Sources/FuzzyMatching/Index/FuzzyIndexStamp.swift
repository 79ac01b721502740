/// What state of its source an index was made of; the numbers mean what the maker of the index says.
public struct FuzzyIndexStamp: Hashable, Sendable {
    /// What is told apart by other sources.
    public var source: Int64
    /// How far the source was read.
    public var revision: Int64
    /// What tells whether the source is still the one that had that revision.
    public var check: Int64

    public init(source: Int64 = 0, revision: Int64 = 0, check: Int64 = 0) {
        self.source = source
        self.revision = revision
        self.check = check
    }
}
