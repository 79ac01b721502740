internal import GRDB
internal import UnicodeText

extension SQLiteStore {
    /// SQLite's own checks first, then every unit and every image of the journal.
    public func verify(_ problem: (String) throws -> Void) throws {
        try read { connection in
            try check(connection, "PRAGMA integrity_check") { row in
                let answer = row.string(0)
                if answer != "ok" { try problem(answer) }
            }
            try check(connection, "PRAGMA foreign_key_check") { row in
                try problem("a row of \(row.string(0)) points to one of \(row.string(2)) that is not there")
            }
            try checkUnits(connection, problem)
            try checkIdentities(connection, problem)
            try check(connection, "SELECT revision, unit, before FROM change WHERE before IS NOT NULL") { row in
                if UnitImage.decode(row.bytes(2), id: row.integer(1)) == nil {
                    try problem("the image of unit \(row.integer(1)) before revision \(row.integer(0)) cannot be read")
                }
            }
            try check(
                connection,
                """
                SELECT id FROM unit u WHERE NOT EXISTS
                (SELECT 1 FROM change WHERE revision = u.changed AND unit = u.id)
                """
            ) { row in try problem("the last change of unit \(row.integer(0)) is not in the journal") }
        }
    }

    private func check(_ connection: Database, _ sql: String, _ body: (Statement) throws -> Void) throws {
        let rows = try connection.makeStatement(sql: sql)
        try rows.forEachRow { try body(rows) }
    }

    private func checkUnits(_ connection: Database, _ problem: (String) throws -> Void) throws {
        let reader = try UnitReader(connection, path: path)
        try check(connection, "SELECT id, identity FROM unit ORDER BY id") { row in
            let id = row.integer(0)
            do {
                guard let unit = try reader.unit(id) else { return try problem("unit \(id) cannot be read") }
                guard let identity = UnitIdentity(unit) else { return try problem("unit \(id) has no variant") }
                if identity.hash != row.integer(1) { try problem("unit \(id) is stored under a wrong identity") }
                if !unit.isWellFormed { try problem("unit \(id) has a range outside of its text") }
            } catch let error as MemoryError where error.kind == .damaged {
                try problem(error.message)
            }
        }
        try check(connection, "SELECT unit, hash, text FROM variant ORDER BY unit, position") { row in
            if UnitIdentity.hash(of: row.bytes(2)) != row.integer(1) {
                try problem("a variant of unit \(row.integer(0)) is stored under a wrong hash")
            }
        }
    }

    /// No two units are the same.
    private func checkIdentities(_ connection: Database, _ problem: (String) throws -> Void) throws {
        let reader = try UnitReader(connection, path: path)
        let ids = try connection.makeStatement(sql: "SELECT id FROM unit WHERE identity = ? ORDER BY id")
        try check(connection, "SELECT identity FROM unit GROUP BY identity HAVING count(*) > 1") { row in
            var known: [(id: Int64, identity: UnitIdentity)] = []
            try ids.forEachRow(.integer(row.integer(0))) {
                let id = ids.integer(0)
                // What cannot be read was told before.
                guard let unit = try? reader.unit(id), let identity = UnitIdentity(unit) else { return }
                if let first = known.first(where: { $0.identity.isSame(as: identity) }) {
                    try problem("unit \(id) is the same as unit \(first.id)")
                } else {
                    known.append((id, identity))
                }
            }
        }
    }
}
