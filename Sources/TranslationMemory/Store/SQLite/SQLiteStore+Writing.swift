internal import GRDB
internal import UnicodeText

extension SQLiteStore {
    public func write(
        mode: ImportMode, termLinks: TermLinkPolicy, revision: RevisionInfo, size: Int,
        _ body: (_ add: (PreparedUnit) throws -> WrittenUnit) throws -> Void
    ) throws -> WriteReport {
        var report = WriteReport()
        func write() throws {
            report = try self.write(mode: mode, termLinks: termLinks, revision: revision, many: NewUnits.many, body)
        }
        if size >= Self.straightFrom, !isReadOnly { try writingStraight(write) } else { try write() }
        return report
    }

    /// - Parameter many: So many new units are a large import.
    func write(
        mode: ImportMode, termLinks: TermLinkPolicy, revision: RevisionInfo, many: Int,
        _ body: (_ add: (PreparedUnit) throws -> WrittenUnit) throws -> Void
    ) throws -> WriteReport {
        var report = WriteReport()
        var isLarge = false
        defer { if isLarge { checkpointBeside() } }
        // What a unit points to is there when it is written, and no row goes that another points to: SQLite need not look
        // every one up, a fifth of the time.
        try transaction(checksKeys: false) { connection in
            let writer = try UnitWriter(connection, path: path, mode: mode, termLinks: termLinks, revision: revision)
            writer.newUnits = try NewUnits(connection, path: path, least: many)
            defer { try? writer.newUnits?.restoreCache() }
            try body { try writer.add($0) }
            try writer.finish()
            report = writer.report
            try FileHeads(database: connection).settle(as: report.revision)
            isLarge = report.created >= many
            if isLarge { try putOffCheckpoint(connection) }
        }
        if isLarge { try releaseMemory() }
        return report
    }

    /// Gives back what SQLite holds of the file: what comes after a large import, the making of indexes, needs the memory.
    private func releaseMemory() throws {
        try mapping { try database.unsafeReentrantWrite { try $0.execute(sql: "PRAGMA shrink_memory") } }
        FreedMemory.giveBack()
    }

    /// Writes in one transaction, all or nothing.
    ///
    /// - Parameters:
    ///   - dryRun: Whether to take it all back in the end: what would be done is done, and told truly.
    ///   - checksKeys: Whether SQLite looks after what points to what. Without, rows that others point to must stay.
    func transaction(dryRun: Bool = false, checksKeys: Bool = true, _ body: (Database) throws -> Void) throws {
        guard !isReadOnly else {
            throw MemoryError(
                .readOnly, path: path, message: "the memory can only be read here; nothing was stored",
                hint: "check the permissions of the file and its folder, or name another memory with --memory")
        }
        try mapping {
            try database.unsafeReentrantWrite { connection in
                // Has no effect within a transaction, so it stands around it.
                if !checksKeys { try connection.execute(sql: "PRAGMA foreign_keys = OFF") }
                defer { if !checksKeys { try? connection.execute(sql: "PRAGMA foreign_keys = ON") } }
                // IMMEDIATE: two writers queue at the start instead of failing at the first change.
                try connection.inTransaction(.immediate) {
                    try body(connection)
                    return dryRun ? .rollback : .commit
                }
            }
        }
    }
}
