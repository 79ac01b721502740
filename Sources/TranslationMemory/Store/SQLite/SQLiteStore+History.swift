internal import GRDB
internal import UnicodeText

extension SQLiteStore {
    /// O(revisions). The journal holds each unit as it was before a change; how it was after is what the next change found, or what is
    /// stored now.
    public func history(of id: Int64) throws -> [UnitChange] {
        try read { connection in
            let rows = try connection.cachedStatement(
                sql: """
                    SELECT \(Revision.columns), c.before
                    FROM revision r CROSS JOIN change c ON c.revision = r.number AND c.unit = ?1
                    ORDER BY r.number
                    """)
            var changes: [UnitChange] = []
            try rows.forEachRow(.integer(id)) {
                let before = try image(of: id, in: rows, 6)
                if !changes.isEmpty { changes[changes.count - 1].after = before }
                changes.append(UnitChange(revision: rows.revision, before: before, after: nil))
            }
            if !changes.isEmpty {
                changes[changes.count - 1].after = try UnitReader(connection, path: path).unit(id)
            }
            return changes
        }
    }

    /// A unit as the journal has it; `nil` where a revision made it.
    func image(of unit: Int64, in row: Statement, _ column: Int32) throws -> TranslationUnit? {
        guard let bytes = row.optionalBytes(column) else { return nil }
        guard let image = UnitImage.decode(bytes, id: unit) else { throw damaged("the journal of unit \(unit)") }
        return image
    }
}
