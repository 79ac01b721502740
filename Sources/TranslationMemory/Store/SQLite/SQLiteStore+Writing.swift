internal import GRDB

extension SQLiteStore {
    public func write(
        mode: ImportMode, termLinks: TermLinkPolicy, revision: RevisionInfo,
        _ body: (_ add: (TranslationUnit) throws -> WrittenUnit) throws -> Void
    ) throws -> WriteReport {
        var report = WriteReport()
        try transaction { connection in
            let writer = try UnitWriter(connection, path: path, mode: mode, termLinks: termLinks, revision: revision)
            try body { try writer.add($0) }
            report = writer.report
            try FileHeads(database: connection).settle(as: report.revision)
        }
        return report
    }

    /// Writes in one transaction, all or nothing.
    ///
    /// - Parameter dryRun: Whether to take it all back in the end: what would be done is done, and told truly.
    func transaction(dryRun: Bool = false, _ body: (Database) throws -> Void) throws {
        guard !isReadOnly else {
            throw MemoryError(
                .readOnly, path: path, message: "the memory can only be read here; nothing was stored",
                hint: "check the permissions of the file and its folder, or name another memory with --memory")
        }
        try mapping {
            try database.unsafeReentrantWrite { connection in
                // IMMEDIATE: two writers queue at the start instead of failing at the first change.
                try connection.inTransaction(.immediate) {
                    try body(connection)
                    return dryRun ? .rollback : .commit
                }
            }
        }
    }
}
