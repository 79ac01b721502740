internal import GRDB
public import UnicodeText

extension SQLiteStore {
    public func unit(id: Int64) throws -> TranslationUnit? {
        try readRows { try UnitReader($0, path: path).unit(id) }
    }

    public func units(matching text: UTF8Text, language: LanguageTag) throws -> [TranslationUnit] {
        try readRows { connection in
            // The index brings equal hashes in the order of units.
            let find = try connection.cachedStatement(
                sql: """
                    SELECT unit, text FROM variant
                    WHERE language = (SELECT id FROM language WHERE tag = ?) AND hash = ?
                    ORDER BY unit, position
                    """)
            var hasRow = try find.start(.text(language.description), .integer(UnitIdentity.hash(of: text.bytes)))
            guard hasRow else { return [] }
            defer { find.end() }
            let reader = try UnitReader(connection, path: path)
            var units: [TranslationUnit] = []
            while hasRow {
                let id = find.integer(0)
                if units.last?.id != id, find.hasBytes(text.bytes, 1), let unit = try reader.unit(id) {
                    units.append(unit)
                }
                hasRow = try find.step()
            }
            return units
        }
    }

    public func forEachUnit(where filter: UnitFilter, _ body: (TranslationUnit) throws -> Void) throws {
        try forEachRow(where: filter) { stored, matcher in
            let unit = try stored.unit()
            if matcher.passesContent(unit) { try body(unit) }
        }
    }

    /// The same units as `forEachUnit` gives, not yet taken apart, for a thread that has the time for it.
    public func forEachStoredUnit(where filter: UnitFilter, _ body: (StoredUnit) throws -> Void) throws {
        try forEachRow(where: filter) { stored, matcher in
            if try !matcher.asksForContent || matcher.passesContent(stored.unit()) { try body(stored) }
        }
    }

    private func forEachRow(where filter: UnitFilter, _ body: (StoredUnit, UnitMatcher) throws -> Void) throws {
        try readRows { connection in
            guard let query = try UnitQuery(filter, connection) else { return }
            let reader = try UnitReader(connection, path: path)
            let matcher = UnitMatcher(filter)
            guard connection.isInsideTransaction else {
                return try reader.forEachStored(query) { try body($0, matcher) }
            }
            // Within a write `body` may change what comes: each unit is read when it is its turn.
            let ids = try connection.makeStatement(sql: query.sql(columns: "id"))
            var hasRow = try ids.start(all: query.values)
            defer { ids.end() }
            while hasRow {
                if let stored = try reader.stored(ids.integer(0)) { try body(stored, matcher) }
                hasRow = try ids.step()
            }
        }
    }

    public func forEachSegment(in language: LanguageTag, _ body: (Int64, UTF8Text) throws -> Void) throws {
        try readRows { connection in
            let rows = try connection.makeStatement(
                sql: """
                    SELECT unit, text FROM variant WHERE +language = (SELECT id FROM language WHERE tag = ?)
                    ORDER BY unit, position
                    """)
            try rows.forEachRow(.text(language.description)) {
                let unit = rows.integer(0)
                guard let text = UTF8Text(validating: rows.bytes(1)) else {
                    throw damaged("a variant of unit \(unit)")
                }
                try body(unit, text)
            }
        }
    }

    public func languages() throws -> [LanguageTag] {
        try tags("SELECT tag FROM language l WHERE EXISTS (SELECT 1 FROM variant v WHERE v.language = l.id)")
    }

    public func sourceLanguages() throws -> [LanguageTag] {
        try tags("SELECT tag FROM language WHERE id IN (SELECT DISTINCT language FROM unit)")
    }

    private func tags(_ sql: String) throws -> [LanguageTag] {
        try readRows { connection in
            let rows = try connection.cachedStatement(sql: sql)
            var result: [LanguageTag] = []
            try rows.forEachRow {
                guard let tag = LanguageTag(rows.string(0)) else { throw damaged("a language") }
                result.append(tag)
            }
            return result.sorted()
        }
    }
}
