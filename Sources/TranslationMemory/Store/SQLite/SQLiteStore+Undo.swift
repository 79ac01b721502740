internal import GRDB

extension SQLiteStore {
    public func undo(_ revision: Int64, keepsChanged: Bool, as info: RevisionInfo) throws -> UndoReport {
        var result = UndoReport()
        try transaction { connection in
            let writer = try UnitWriter(connection, path: path, mode: .replace, termLinks: .always, revision: info)
            let known = try connection.cachedStatement(sql: "SELECT 1 FROM revision WHERE number = ?")
            guard try known.start(.integer(revision)) else {
                throw MemoryError(
                    .noRevision, path: path, message: "there is no revision \(revision)",
                    hint: "dragoman memory history lists them")
            }
            known.end()
            let later = try LaterChanges(revision, connection)
            // Newest units first, the other way round than they were made.
            let changes = try connection.makeStatement(
                sql: "SELECT unit, before FROM change WHERE revision = ? ORDER BY unit DESC")
            var hasRow = try changes.start(.integer(revision))
            defer { changes.end() }
            while hasRow {
                let unit = changes.integer(0)
                var image: TranslationUnit?
                if let bytes = changes.optionalBytes(1) {
                    image = UnitImage.decode(bytes, id: unit)
                    if image == nil { throw damaged("the journal of unit \(unit)") }
                }
                if try later.isUntouched(unit, by: writer.reader), try writer.takeBack(unit, to: image, &result) {
                    hasRow = try changes.step()
                    continue
                }
                result.kept += 1
                guard keepsChanged else {
                    throw MemoryError(
                        .changedSince, path: path,
                        message: "unit \(unit) was changed after revision \(revision); nothing was taken back",
                        hint: "take the later revisions back first, or leave such units as they are with --keep-changed"
                    )
                }
                hasRow = try changes.step()
            }
            result.revision = writer.report.revision
        }
        return result
    }

    public func revisions(limit: Int) throws -> [RevisionSummary] {
        try readRows { connection in
            let rows = try connection.cachedStatement(
                sql: """
                    SELECT r.number, r.date, r.user, r.tool, r.action, r.note,
                    (SELECT count(*) FROM change WHERE revision = r.number),
                    (SELECT count(before) FROM change WHERE revision = r.number)
                    FROM revision r ORDER BY r.number DESC LIMIT ?
                    """)
            var result: [RevisionSummary] = []
            var hasRow = try rows.start(.integer(limit > 0 ? Int64(limit) : -1))
            defer { rows.end() }
            while hasRow {
                let info = RevisionInfo(
                    date: Timestamp(milliseconds: rows.integer(1)), user: rows.optionalString(2),
                    tool: rows.optionalString(3), action: rows.string(4), note: rows.optionalString(5))
                let changed = Int(rows.integer(7))
                result.append(
                    RevisionSummary(
                        revision: Revision(number: rows.integer(0), info: info),
                        created: Int(rows.integer(6)) - changed, changed: changed))
                hasRow = try rows.step()
            }
            return result
        }
    }
}
