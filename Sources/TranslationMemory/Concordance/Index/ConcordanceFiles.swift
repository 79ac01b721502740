#if canImport(Musl)
    internal import Musl
#elseif canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The concordance indexes of a memory: one of all units, and one of those changed since, so that a few changes do not
/// make all of it anew. What has changed after both is looked through.
struct ConcordanceFiles {
    let folder: String

    /// `nil` for a memory that has no place for files.
    init?(_ store: some Store) {
        guard let folder = store.derivedFolder else { return nil }
        self.folder = folder
    }

    var all: String { folder + "/concordance.db" }
    var later: String { folder + "/concordance-later.db" }

    /// The indexes that hold of a memory, in their order; none when there is none of all units.
    func open(_ store: some Store, _ state: StoreState) throws -> [ConcordanceIndex] {
        // Whatever is wrong with a file, the index is made anew.
        guard let all = try? ConcordanceIndex(path: all), all.stamp.since == -1,
            try Self.isOf(store, state, all.stamp)
        else { return [] }
        guard let later = try? ConcordanceIndex(path: later), later.stamp.since >= 0,
            later.stamp.since <= all.stamp.revision, later.stamp.revision > all.stamp.revision,
            try Self.isOf(store, state, later.stamp)
        else { return [all] }
        return [all, later]
    }

    private static func isOf(_ store: some Store, _ state: StoreState, _ stamp: ConcordanceStamp) throws -> Bool {
        try store.isOrigin(source: stamp.source, revision: stamp.revision, check: stamp.check, state)
    }

    static func remove(_ path: String) { unlink(path) }
}

/// A concordance index that was made.
public struct ConcordanceFile: Hashable, Sendable {
    public var path: String
    public var units: Int
    /// Bytes.
    public var size: Int

    public init(path: String, units: Int, size: Int) {
        self.path = path
        self.units = units
        self.size = size
    }
}
