internal import GRDB

extension SQLiteStore {
    public func unit(id: Int64, asOf revision: Int64) throws -> TranslationUnit? {
        try read { connection in
            try checkRevision(revision, connection)
            let row = try connection.cachedStatement(
                sql: """
                    SELECT c.before FROM revision r CROSS JOIN change c ON c.revision = r.number AND c.unit = ?
                    WHERE r.number > ? ORDER BY r.number LIMIT 1
                    """)
            defer { row.end() }
            guard try row.start(.integer(id), .integer(revision)) else {
                return try UnitReader(connection, path: path).unit(id)
            }
            return try image(of: id, in: row, 0)
        }
    }

    public func forEachUnit(
        where filter: UnitFilter, asOf revision: Int64, _ body: (TranslationUnit) throws -> Void
    ) throws {
        try read { connection in
            try checkRevision(revision, connection)
            let states = try EarlierState(connection, path: path, revision: revision)
            defer { states.finish() }
            let matcher = UnitMatcher(filter)
            let dates = try ChangeDates(filter, connection, upTo: revision)
            let ids = try connection.makeStatement(
                sql: "SELECT id FROM unit UNION SELECT unit FROM change WHERE revision > ? ORDER BY 1")
            try ids.forEachRow(.integer(revision)) {
                let id = ids.integer(0)
                guard let unit = try states.unit(id), matcher.passes(unit), try dates.passes(id) else { return }
                try body(unit)
            }
        }
    }

    public func forEachChangedUnit(
        where filter: UnitFilter, from first: Int64, through last: Int64,
        _ body: (Int64, TranslationUnit?) throws -> Void
    ) throws {
        // Below 1 there is none, and no number before it to ask for.
        let first = max(first, 0)
        try read { connection in
            try checkRevision(first - 1, connection)
            try checkRevision(last, connection)
            guard first <= last else { return }
            let states = try EarlierState(connection, path: path, revision: last)
            let before = try EarlierState(connection, path: path, revision: first - 1)
            defer {
                states.finish()
                before.finish()
            }
            let matcher = UnitMatcher(filter)
            let dates = try ChangeDates(filter, connection, upTo: last)
            let ids = try connection.makeStatement(
                sql: "SELECT DISTINCT unit FROM change WHERE revision BETWEEN ? AND ? ORDER BY unit")
            try ids.forEachRow(.integer(first), .integer(last)) {
                let id = ids.integer(0)
                if let unit = try states.unit(id) {
                    if matcher.passes(unit), try dates.passes(id) { try body(id, unit) }
                } else if let gone = try before.unit(id), matcher.passes(gone) {
                    // A unit that came and went again in between never was for who knows the state before.
                    try body(id, nil)
                }
            }
        }
    }

    private func checkRevision(_ revision: Int64, _ connection: Database) throws {
        let last = try state(connection).revision
        guard revision < 0 || revision > last else { return }
        throw MemoryError(
            .noRevision, path: path, message: "there is no revision \(revision); the last is \(last)",
            hint: "dragoman memory history lists them")
    }
}

/// When units were last changed, as far as a filter asks for that, up to a revision.
private struct ChangeDates {
    private let since: Timestamp?
    private let before: Timestamp?
    private let revision: Int64
    private let statement: Statement

    init(_ filter: UnitFilter, _ database: Database, upTo revision: Int64) throws {
        since = filter.changedSince
        before = filter.changedBefore
        self.revision = revision
        statement = try database.makeStatement(
            sql: """
                SELECT r.date FROM revision r CROSS JOIN change c ON c.revision = r.number AND c.unit = ?
                WHERE r.number <= ? ORDER BY r.number DESC LIMIT 1
                """)
    }

    /// O(revisions since the last change).
    func passes(_ unit: Int64) throws -> Bool {
        if since == nil, before == nil { return true }
        defer { statement.end() }
        guard try statement.start(.integer(unit), .integer(revision)) else { return false }
        let date = Timestamp(milliseconds: statement.integer(0))
        return since.map { date >= $0 } ?? true && before.map { date < $0 } ?? true
    }
}
