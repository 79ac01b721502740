internal import GRDB
internal import UnicodeText

extension SQLiteStore {
    /// Below so many units a memory is looked through and needs no index; so are as many that changed after one was made.
    static let smallestConcordance = 2_000

    /// Brings the concordance index up to the memory's state if it lags so far that searches would be slow.
    ///
    /// - Parameters:
    ///   - always: Whether it is made anew in any case.
    ///   - progress: Called now and then with the units that are in it and those that will be.
    /// - Returns: What was made, `nil` if nothing was to do or the memory has no place for files.
    /// - Throws: `MemoryError`, and `ConcordanceIndexError` if the file cannot be written.
    @discardableResult
    public func updateConcordance(
        always: Bool = false, progress: ((_ done: Int, _ total: Int) -> Void)? = nil
    ) throws -> ConcordanceFile? {
        // What is not committed must not get into an index.
        guard let files = ConcordanceFiles(self), try !readRows({ $0.isInsideTransaction }) else { return nil }
        return try read { connection in
            let state = try state()
            let reader = try ConcordanceReader(connection, path: path)
            let lag = always ? .all : try lag(of: try files.open(self, state), connection, reader)
            guard lag != .none else { return nil }
            let file = lag == .all ? files.all : files.later
            // Where none can be written, this tells before anything is read.
            let writer = try ConcordanceIndexWriter(path: file, folder: files.folder)
            var stamp = ConcordanceStamp(state)
            let rows: [Int64]?
            if case .later(let revision) = lag {
                stamp.since = revision
                rows = try reader.rows(changedSince: revision)
            } else {
                rows = try reader.rows()
            }
            guard let rows else { return nil }
            let size = try writer.write(stamp) { add in
                for (done, row) in rows.enumerated() {
                    if done & 0xFFF == 0 { progress?(done, rows.count) }
                    let unit = try mapping { try reader.texts(of: ConcordanceRow.unit(of: row)) }
                    try add(row, unit.variants.map(\.text))
                }
            }
            // One that is made whole leaves nothing for the other to add.
            if lag == .all { ConcordanceFiles.remove(files.later) }
            return ConcordanceFile(path: file, units: rows.count, size: size)
        }
    }

    /// What is missing in the indexes of a memory.
    enum ConcordanceLag: Equatable {
        /// Nothing, or so little that it is looked through.
        case none
        case all
        /// The units changed after a revision.
        case later(Int64)
    }

    func lag(
        of indexes: [ConcordanceIndex], _ connection: Database, _ reader: ConcordanceReader
    ) throws -> ConcordanceLag {
        guard let all = indexes.first, let last = indexes.last else {
            let count = try connection.cachedStatement(sql: "SELECT count(*) FROM (SELECT 1 FROM unit LIMIT ?)")
            defer { count.end() }
            let isLarge =
                try count.start(.integer(Int64(Self.smallestConcordance)))
                && count.integer(0) == Self.smallestConcordance
            return isLarge ? .all : .none
        }
        if try reader.changed(since: last.stamp.revision, atMost: Self.smallestConcordance) != nil { return .none }
        let most = max(Self.smallestConcordance * 4, all.units / 4)
        return try reader.changed(since: all.stamp.revision, atMost: most) == nil ? .all : .later(all.stamp.revision)
    }

    /// Reads the concordance indexes and tells which is not as it should be. O(bytes of them).
    public func verifyConcordance(_ problem: (String) throws -> Void) throws {
        guard let files = ConcordanceFiles(self) else { return }
        for path in [files.all, files.later] {
            do {
                try ConcordanceIndex(path: path).verify()
            } catch  where error.kind == .missing {
                continue
            } catch {
                try problem("\(path): the index is \(error.kind.rawValue); it may be deleted")
            }
        }
    }
}
