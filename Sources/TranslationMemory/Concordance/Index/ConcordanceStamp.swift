/// Which memory an index was made of, and when.
struct ConcordanceStamp: Hashable {
    /// When the memory was made.
    var source: Int64
    /// The revision whose texts are in the index.
    var revision: Int64
    /// When that was; tells a memory from a copy that went another way.
    var check: Int64
    /// The units are those changed after this revision; -1 for all.
    var since: Int64

    /// Of all units.
    init(_ state: StoreState) {
        source = state.created.milliseconds
        revision = state.revision
        check = state.date.milliseconds
        since = -1
    }

    init(source: Int64, revision: Int64, check: Int64, since: Int64) {
        self.source = source
        self.revision = revision
        self.check = check
        self.since = since
    }
}
