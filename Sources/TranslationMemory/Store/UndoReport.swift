/// What became of the units a revision had touched when it was taken back.
public struct UndoReport: Hashable, Sendable {
    /// Units the revision had made, which are gone.
    public var removed = 0
    /// Units it had changed, which are as they were before.
    public var restored = 0
    /// Units it had deleted, which are there again.
    public var recreated = 0
    /// Units that were changed since, or whose text another unit has by now; left as they are.
    public var kept = 0
    /// The revision that took the other back; `nil` when nothing changed.
    public var revision: Int64?

    public init() {}
}
