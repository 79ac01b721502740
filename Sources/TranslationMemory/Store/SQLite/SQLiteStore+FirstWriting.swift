internal import GRDB

extension SQLiteStore {
    /// From so many bytes on a first import goes straight into the file.
    static let straightFrom = 16 << 20

    /// Lets what is written first to a memory go straight into its file instead of into the log and from there into the
    /// file: of a large import that is half of what is written. A short journal has the empty memory, to take all of it
    /// back.
    ///
    /// Only where the memory is empty and nobody else has it open; else the log is used as ever. Others who open the memory
    /// meanwhile wait, as writers do.
    func writingStraight(_ body: () throws -> Void) throws {
        let isStraight = try mapping { try leaveLog() }
        defer { if isStraight { try? database.unsafeReentrantWrite { try useLog($0) } } }
        try body()
    }

    private func leaveLog() throws -> Bool {
        // Readers kept for later would be others.
        (database as? DatabasePool)?.invalidateReadOnlyConnections()
        return try database.unsafeReentrantWrite { connection in
            let units = try connection.makeStatement(sql: "SELECT 1 FROM unit LIMIT 1")
            let isEmpty = try !units.start()
            units.end()
            guard isEmpty, try mode(connection, "DELETE") == "delete" else { return false }
            // A log that is on the disk is a commit; so is a journal that is gone, but only when its folder is on the disk.
            try connection.execute(sql: "PRAGMA synchronous = EXTRA")
            return true
        }
    }

    /// Where somebody reads just now, whoever opens the memory next does it.
    private func useLog(_ connection: Database) throws {
        try connection.execute(sql: "PRAGMA synchronous = FULL")
        _ = try mode(connection, "WAL")
    }

    /// The way changes are journaled after an attempt at another one: as before where others have the file open.
    private func mode(_ connection: Database, _ wanted: String) throws -> String? {
        do {
            return try String.fetchOne(connection, sql: "PRAGMA journal_mode = \(wanted)")
        } catch let error as DatabaseError where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) {
            return nil
        }
    }
}
