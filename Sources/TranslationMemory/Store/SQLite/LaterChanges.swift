internal import GRDB

/// Tells whether units are now as a revision left them: untouched since, or changed and changed back.
struct LaterChanges {
    private let revision: Int64
    /// The first later revision that made a unit anew which this one had touched.
    private let remade: [Int64: Int64]
    private let changed: Statement
    private let next: Statement

    /// O(changes since the revision).
    init(_ revision: Int64, _ database: Database) throws {
        self.revision = revision
        changed = try database.cachedStatement(sql: "SELECT changed FROM unit WHERE id = ?")
        next = try database.cachedStatement(
            sql: """
                SELECT revision, before FROM change
                WHERE unit = ? AND before IS NOT NULL AND revision > ? ORDER BY revision LIMIT 1
                """)
        let rows = try database.makeStatement(
            sql: """
                SELECT later.unit, min(later.revision) FROM change later
                JOIN change this ON this.revision = ?1 AND this.unit = later.unit
                WHERE later.revision > ?1 AND later.before IS NULL GROUP BY later.unit
                """)
        var remade: [Int64: Int64] = [:]
        try rows.forEachRow(.integer(revision)) { remade[rows.integer(0)] = rows.integer(1) }
        self.remade = remade
    }

    func isUntouched(_ unit: Int64, by reader: UnitReader) throws -> Bool {
        defer {
            changed.end()
            next.end()
        }
        let exists = try changed.start(.integer(unit))
        if exists, changed.integer(0) == revision { return true }
        // A change that came next keeps what the revision left, unless the revision left nothing.
        let hasNext = try next.start(.integer(unit), .integer(revision))
        if let made = remade[unit], !hasNext || made < next.integer(0) { return !exists }
        guard hasNext else { return !exists }
        guard let stored = try reader.unit(unit) else { return false }
        return next.hasBytes(UnitImage.encode(stored), 1)
    }
}
