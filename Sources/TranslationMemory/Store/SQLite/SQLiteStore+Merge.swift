internal import GRDB

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension SQLiteStore {
    public func forEachDatedUnit(_ body: (TranslationUnit, UnitDates) throws -> Void) throws {
        try readRows { connection in
            let reader = try UnitReader(connection, path: path)
            let rows = try connection.makeStatement(
                sql: """
                    SELECT u.id, c.date, l.date FROM unit u
                    CROSS JOIN revision c ON c.number = u.created CROSS JOIN revision l ON l.number = u.changed
                    ORDER BY u.id
                    """)
            try rows.forEachRow {
                guard let unit = try reader.unit(rows.integer(0)) else { return }
                try body(
                    unit,
                    UnitDates(
                        created: Timestamp(milliseconds: rows.integer(1)),
                        changed: Timestamp(milliseconds: rows.integer(2))))
            }
        }
    }

    public func merge(
        _ other: any Store, mode: ImportMode, dryRun: Bool, as info: RevisionInfo, each: (WrittenUnit) throws -> Void
    ) throws -> WriteReport {
        if let other = other as? SQLiteStore, isSame(as: other) {
            throw MemoryError(
                .sameMemory, path: path, message: "this is the memory itself; nothing was merged",
                hint: "name another one")
        }
        var report = WriteReport()
        try transaction(dryRun: dryRun) { connection in
            let writer = try UnitWriter(
                connection, path: path, mode: mode, termLinks: .whenPresent, revision: info)
            try other.forEachDatedUnit { unit, dates in try each(try writer.add(unit, from: dates)) }
            report = writer.report
        }
        if dryRun { report.revision = nil }
        return report
    }

    /// Whether both are one file, by whatever name.
    private func isSame(as other: SQLiteStore) -> Bool {
        if self === other { return true }
        var (mine, its) = (stat(), stat())
        guard stat(path, &mine) == 0, stat(other.path, &its) == 0 else { return false }
        return mine.st_dev == its.st_dev && mine.st_ino == its.st_ino
    }
}
