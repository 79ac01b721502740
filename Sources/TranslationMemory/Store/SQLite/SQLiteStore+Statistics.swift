internal import GRDB
internal import UnicodeText

extension SQLiteStore {
    public func statistics() throws -> Statistics {
        try read { connection in
            func number(_ sql: String) throws -> Int64 {
                let statement = try connection.cachedStatement(sql: sql)
                defer { statement.end() }
                return try statement.start() ? statement.integer(0) : 0
            }
            func metadata(_ name: String) throws -> String {
                let statement = try connection.cachedStatement(sql: "SELECT value FROM metadata WHERE name = ?")
                defer { statement.end() }
                guard try statement.start(.text(name)) else { throw damaged("metadata \(name)") }
                return statement.string(0)
            }
            let reader = try UnitReader(connection, path: path)
            var variants: [LanguageTag: Int] = [:]
            let rows = try connection.cachedStatement(sql: "SELECT language, count(*) FROM variant GROUP BY language")
            try rows.forEachRow { variants[try reader.language(rows.integer(0))] = Int(rows.integer(1)) }
            return Statistics(
                units: Int(try number("SELECT count(*) FROM unit")), variants: variants,
                termLinks: Int(try number("SELECT count(*) FROM term_link")),
                revisions: Int(try number("SELECT count(*) FROM revision")),
                bytes: Int(
                    try number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")),
                icu: try metadata("icu"),
                created: Timestamp(milliseconds: Int64(try metadata("created")) ?? 0))
        }
    }
}
