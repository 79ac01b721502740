internal import GRDB

extension SQLiteStore {
    public func forEachHit(_ query: ConcordanceQuery, _ body: (ConcordanceHit) throws -> Void) throws {
        try forEachHit(query, indexing: nil, body)
    }

    /// The same, and tells how an index is made where the search needs one first.
    ///
    /// - Parameter progress: Called now and then with the units that are in the index and those that will be.
    public func forEachHit(
        _ query: ConcordanceQuery, indexing progress: ((_ done: Int, _ total: Int) -> Void)?,
        _ body: (ConcordanceHit) throws -> Void
    ) throws {
        guard let matcher = try ConcordanceMatcher(query) else { return }
        do {
            if try search(query, matcher, .ifFresh, body) { return }
            do {
                try updateConcordance(progress: progress)
            } catch is ConcordanceIndexError {
                // Where none can be written, texts are looked through.
            }
            try search(query, matcher, .asTheyAre, body)
        } catch let error as ConcordanceIndexError {
            // What it was made of is sound, and the next search makes another.
            ConcordanceFiles.remove(error.path)
            try search(query, matcher, .none, body)
        }
    }

    enum IndexUse {
        case none
        /// Only if they lag so little that they need not be made first.
        case ifFresh
        case asTheyAre
    }

    /// - Returns: Whether the search was done.
    @discardableResult
    func search(
        _ query: ConcordanceQuery, _ matcher: ConcordanceMatcher, _ use: IndexUse,
        _ body: (ConcordanceHit) throws -> Void
    ) throws -> Bool {
        try read { connection in
            var indexes: [ConcordanceIndex] = []
            var changed: [Int64] = []
            if use != .none, let files = ConcordanceFiles(self) {
                let reader = try ConcordanceReader(connection, path: path)
                indexes = try files.open(self, try state())
                if use == .ifFresh, try lag(of: indexes, connection, reader) != .none { return false }
                if let last = indexes.last {
                    changed = try reader.changed(since: last.stamp.revision, atMost: .max) ?? []
                }
            }
            guard let search = try ConcordanceSearch(query, matcher, connection, path: path) else { return true }
            for rank in try search.ranks(indexes, changed: changed) {
                if let hit = try search.hit(rank) { try body(hit) }
            }
            return true
        }
    }
}
