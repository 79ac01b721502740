internal import GRDB

extension SQLiteStore {
    public func forEachHit(_ query: ConcordanceQuery, _ body: (ConcordanceHit) throws -> Void) throws {
        guard let matcher = try ConcordanceMatcher(query) else { return }
        do {
            try updateConcordance()
        } catch is ConcordanceIndexError {
            // Where none can be written, texts are looked through.
        }
        do {
            try search(query, matcher, usesIndexes: true, body)
        } catch let error as ConcordanceIndexError {
            // What it was made of is sound, and the next search makes another.
            ConcordanceFiles.remove(error.path)
            try search(query, matcher, usesIndexes: false, body)
        }
    }

    func search(
        _ query: ConcordanceQuery, _ matcher: ConcordanceMatcher, usesIndexes: Bool,
        _ body: (ConcordanceHit) throws -> Void
    ) throws {
        try read { connection in
            guard let search = try ConcordanceSearch(query, matcher, connection, path: path) else { return }
            var indexes: [ConcordanceIndex] = []
            var changed: [Int64] = []
            if usesIndexes, let files = ConcordanceFiles(self) {
                indexes = try files.open(self, try state())
                if let last = indexes.last {
                    let reader = try ConcordanceReader(connection, path: path)
                    changed = try reader.changed(since: last.stamp.revision, atMost: .max) ?? []
                }
            }
            for rank in try search.ranks(indexes, changed: changed) {
                if let hit = try search.hit(rank) { try body(hit) }
            }
        }
    }
}
