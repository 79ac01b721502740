internal import GRDB
internal import UnicodeText

extension SQLiteStore {
    /// O(revisions). The journal holds each unit as it was before a change; how it was after is what the next change found, or what is
    /// stored now.
    public func history(of id: Int64) throws -> [UnitChange] {
        try read { connection in
            let rows = try connection.cachedStatement(
                sql: """
                    SELECT r.number, r.date, r.user, r.tool, r.action, r.note, c.before
                    FROM revision r CROSS JOIN change c ON c.revision = r.number AND c.unit = ?1
                    ORDER BY r.number
                    """)
            var changes: [UnitChange] = []
            var hasRow = try rows.start(.integer(id))
            defer { rows.end() }
            while hasRow {
                let info = RevisionInfo(
                    date: Timestamp(milliseconds: rows.integer(1)), user: rows.optionalString(2),
                    tool: rows.optionalString(3), action: rows.string(4), note: rows.optionalString(5))
                var before: TranslationUnit?
                if let image = rows.optionalBytes(6) {
                    before = UnitImage.decode(image, id: id)
                    if before == nil { throw damaged("the journal of unit \(id)") }
                }
                let revision = Revision(number: rows.integer(0), info: info)
                if !changes.isEmpty { changes[changes.count - 1].after = before }
                changes.append(UnitChange(revision: revision, before: before, after: nil))
                hasRow = try rows.step()
            }
            if !changes.isEmpty {
                changes[changes.count - 1].after = try UnitReader(connection, path: path).unit(id)
            }
            return changes
        }
    }
}
