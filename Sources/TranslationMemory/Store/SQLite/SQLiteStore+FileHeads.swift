internal import GRDB
public import UnicodeText

/// What interchange files say of themselves, kept beside their units by the files' names.
extension SQLiteStore {
    /// Keeps the head of a file in place of an earlier one. Called within `write` it is part of its transaction.
    public func keepHead(_ head: UTF8Text, ofFile name: String) throws {
        func keep(_ connection: Database) throws {
            try connection.cachedStatement(
                sql: "INSERT INTO metadata(name, value) VALUES (?1, ?2) ON CONFLICT(name) DO UPDATE SET value = ?2"
            ).start(.text(Self.headKey(name)), .text(head.bytes))
        }
        try mapping {
            try database.unsafeReentrantWrite { connection in
                if connection.isInsideTransaction { return try keep(connection) }
                try connection.inTransaction(.immediate) {
                    try keep(connection)
                    return .commit
                }
            }
        }
    }

    /// The head kept of a file, `nil` if there is none.
    public func head(ofFile name: String) throws -> UTF8Text? {
        try read { connection in
            let statement = try connection.cachedStatement(sql: "SELECT value FROM metadata WHERE name = ?")
            defer { statement.end() }
            guard try statement.start(.text(Self.headKey(name))) else { return nil }
            guard let head = UTF8Text(validating: statement.bytes(0)) else { throw damaged("the head of \(name)") }
            return head
        }
    }

    private static func headKey(_ name: String) -> String { "head:\(name)" }
}
