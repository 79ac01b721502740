/// Which memory this is and how far it has come: what is derived from it is good as long as this is the same.
public struct StoreState: Hashable, Sendable {
    public var created: Timestamp
    /// The last revision, 0 for a memory without any.
    public var revision: Int64
    /// When that was; tells a memory from a copy that went another way.
    public var date: Timestamp

    public init(created: Timestamp, revision: Int64, date: Timestamp) {
        self.created = created
        self.revision = revision
        self.date = date
    }
}
