internal import GRDB
public import UnicodeText

extension SQLiteStore {
    /// `memory.db-index` beside `memory.db`.
    public var derivedFolder: String? { path == ":memory:" ? nil : path + "-index" }

    public func state() throws -> StoreState { try readRows { try state($0) } }

    func state(_ connection: Database) throws -> StoreState {
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
        try readRows { try date(ofRevision: number, $0) }
    }

    func date(ofRevision number: Int64, _ connection: Database) throws -> Timestamp? {
        let row = try connection.cachedStatement(sql: "SELECT date FROM revision WHERE number = ?")
        defer { row.end() }
        return try row.start(.integer(number)) ? Timestamp(milliseconds: row.integer(0)) : nil
    }

    public func changes(in language: LanguageTag, since revision: Int64, atMost limit: Int) throws -> SegmentChanges? {
        try read { connection in
            var changes = SegmentChanges(state: try state(connection), units: [], segments: [])
            let units = try connection.makeStatement(
                sql: "SELECT DISTINCT unit FROM change WHERE revision > ? ORDER BY unit LIMIT ?")
            try units.forEachRow(.integer(revision), .integer(Int64(limit) + 1)) {
                changes.units.insert(units.integer(0))
            }
            guard changes.units.count <= limit else { return nil }
            let texts = try connection.makeStatement(
                sql: """
                    SELECT text FROM variant
                    WHERE unit = ? AND language = (SELECT id FROM language WHERE tag = ?) ORDER BY position
                    """)
            for unit in changes.units.sorted() {
                try texts.forEachRow(.integer(unit), .text(language.description)) {
                    guard let text = UTF8Text(validating: texts.bytes(0)) else {
                        throw damaged("a variant of unit \(unit)")
                    }
                    changes.segments.append(SegmentChanges.Segment(unit: unit, text: text))
                }
            }
            return changes
        }
    }
}
