/// A revision and how many units it made, changed and deleted.
public struct RevisionSummary: Hashable, Sendable {
    public var revision: Revision
    public var created: Int
    /// Units that were there before; they were changed, or deleted.
    public var changed: Int

    public init(revision: Revision, created: Int, changed: Int) {
        self.revision = revision
        self.created = created
        self.changed = changed
    }
}
