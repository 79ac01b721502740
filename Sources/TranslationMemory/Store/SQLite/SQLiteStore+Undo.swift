internal import GRDB

extension SQLiteStore {
    public func undo(_ revision: Int64, keepsChanged: Bool, as info: RevisionInfo) throws -> UndoReport {
        var result = UndoReport()
        try transaction { connection in
            let writer = try UnitWriter(connection, path: path, mode: .replace, termLinks: .always, revision: info)
            guard try date(ofRevision: revision, connection) != nil else {
                throw MemoryError(
                    .noRevision, path: path, message: "there is no revision \(revision)",
                    hint: "dragoman memory history lists them")
            }
            let later = try LaterChanges(revision, connection)
            // Newest units first, the other way round than they were made.
            let changes = try connection.makeStatement(
                sql: "SELECT unit, before FROM change WHERE revision = ? ORDER BY unit DESC")
            var kept = 0
            func keep(_ unit: Int64) throws {
                kept += 1
                guard keepsChanged else {
                    throw MemoryError(
                        .changedSince, path: path,
                        message: "unit \(unit) was changed after revision \(revision); nothing was taken back",
                        hint: "take the later revisions back first, or leave such units as they are with --keep-changed"
                    )
                }
            }
            try changes.forEachRow(.integer(revision)) {
                let unit = changes.integer(0)
                let image = try image(of: unit, in: changes, 1)
                guard try later.isUntouched(unit, by: writer.reader) else { return try keep(unit) }
                try writer.takeBack(unit, to: image)
            }
            try writer.giveWay(keep)
            result = try writer.undoReport(kept: kept)
            try FileHeads(database: connection).takeBack(revision, as: result.revision)
        }
        return result
    }

    public func revisions(limit: Int) throws -> [RevisionSummary] {
        try readRows { connection in
            let rows = try connection.cachedStatement(
                sql: """
                    SELECT \(Revision.columns),
                    (SELECT count(*) FROM change WHERE revision = r.number),
                    (SELECT count(before) FROM change WHERE revision = r.number)
                    FROM revision r ORDER BY r.number DESC LIMIT ?
                    """)
            var result: [RevisionSummary] = []
            try rows.forEachRow(.integer(limit > 0 ? Int64(limit) : -1)) {
                let changed = Int(rows.integer(7))
                result.append(
                    RevisionSummary(
                        revision: rows.revision, created: Int(rows.integer(6)) - changed, changed: changed))
            }
            return result
        }
    }
}
