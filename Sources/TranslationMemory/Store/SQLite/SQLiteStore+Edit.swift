internal import GRDB

extension SQLiteStore {
    public func edit(
        where filter: UnitFilter, _ edits: [UnitEdit], dryRun: Bool, as info: RevisionInfo,
        each: (UnitChange) throws -> Void
    ) throws -> EditReport {
        let editor = UnitEditor(edits)
        return try change(where: filter, dryRun: dryRun, as: info) { unit, id, writer, report in
            switch editor.apply(to: unit) {
            case .emptied: report.emptied += 1
            case .tooLong:
                throw MemoryError(
                    .other, path: path, message: "a text of unit \(id) would become too long; nothing was changed")
            case .edited(let edited, let replacements):
                guard try writer.change(id, from: unit, to: edited) else { return }
                report.changed += 1
                report.replacements += replacements
                try each(
                    UnitChange(
                        revision: Revision(number: try writer.revision(), info: info), before: unit, after: edited))
            }
        }
    }

    public func delete(
        where filter: UnitFilter, dryRun: Bool, as info: RevisionInfo, each: (UnitChange) throws -> Void
    ) throws -> EditReport {
        try change(where: filter, dryRun: dryRun, as: info) { unit, id, writer, report in
            try writer.remove(unit, id: id)
            report.deleted += 1
            try each(
                UnitChange(revision: Revision(number: try writer.revision(), info: info), before: unit, after: nil))
        }
    }

    /// Calls `body` with each unit that passes a filter, as the memory was before; those that become the same as another
    /// are made one in the end.
    func change(
        where filter: UnitFilter, dryRun: Bool, as info: RevisionInfo,
        _ body: (TranslationUnit, Int64, UnitWriter, inout EditReport) throws -> Void
    ) throws -> EditReport {
        var report = EditReport()
        try transaction(dryRun: dryRun) { connection in
            guard let query = try UnitQuery(filter, connection) else { return }
            let writer = try UnitWriter(connection, path: path, mode: .replace, termLinks: .always, revision: info)
            // The numbers first: a query must not meet what its own answer changed.
            try connection.execute(sql: "CREATE TEMP TABLE picked (unit INTEGER PRIMARY KEY)")
            let ids = query.sql(columns: "id")
            try connection.makeStatement(sql: "INSERT INTO temp.picked \(ids)").start(all: query.values)
            let matcher = UnitMatcher(filter)
            let picked = try connection.makeStatement(sql: "SELECT unit FROM temp.picked ORDER BY unit")
            try picked.forEachRow {
                let id = picked.integer(0)
                guard let unit = try writer.reader.unit(id), matcher.passesContent(unit) else { return }
                report.matched += 1
                try body(unit, id, writer, &report)
            }
            try connection.execute(sql: "DROP TABLE temp.picked")
            report.merged = try writer.joinTwins()
            report.revision = dryRun ? nil : writer.report.revision
        }
        return report
    }
}
