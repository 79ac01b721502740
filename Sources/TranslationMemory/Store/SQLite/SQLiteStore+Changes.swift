internal import GRDB
public import UnicodeText

extension SQLiteStore {
    /// `memory.db-index` beside `memory.db`.
    public var derivedFolder: String? { path == ":memory:" ? nil : path + "-index" }

    public func state() throws -> StoreState { try readRows { try state($0) } }

    private func state(_ connection: Database) throws -> StoreState {
        let row = try connection.cachedStatement(
            sql: """
                SELECT (SELECT value FROM metadata WHERE name = 'created'), number, date
                FROM (SELECT max(number) AS number FROM revision) LEFT JOIN revision USING (number)
                """)
        defer { row.end() }
        guard try row.start(), let created = Int64(row.string(0)) else { throw damaged("metadata created") }
        return StoreState(
            created: Timestamp(milliseconds: created), revision: row.isNull(1) ? 0 : row.integer(1),
            date: Timestamp(milliseconds: row.isNull(2) ? 0 : row.integer(2)))
    }

    public func date(ofRevision number: Int64) throws -> Timestamp? {
        try readRows { connection in
            let row = try connection.cachedStatement(sql: "SELECT date FROM revision WHERE number = ?")
            defer { row.end() }
            return try row.start(.integer(number)) ? Timestamp(milliseconds: row.integer(0)) : nil
        }
    }

    public func changes(in language: LanguageTag, since revision: Int64) throws -> SegmentChanges {
        try read { connection in
            var changes = SegmentChanges(state: try state(connection), units: [], segments: [])
            let units = try connection.makeStatement(
                sql: "SELECT DISTINCT unit FROM change WHERE revision > ? ORDER BY unit")
            let texts = try connection.makeStatement(
                sql: """
                    SELECT text FROM variant
                    WHERE unit = ? AND language = (SELECT id FROM language WHERE tag = ?) ORDER BY position
                    """)
            var hasUnit = try units.start(.integer(revision))
            defer { units.end() }
            while hasUnit {
                let unit = units.integer(0)
                changes.units.insert(unit)
                var hasText = try texts.start(.integer(unit), .text(language.description))
                while hasText {
                    guard let text = UTF8Text(validating: texts.bytes(0)) else {
                        throw damaged("a variant of unit \(unit)")
                    }
                    changes.segments.append(SegmentChanges.Segment(unit: unit, text: text))
                    hasText = try texts.step()
                }
                hasUnit = try units.step()
            }
            return changes
        }
    }
}
