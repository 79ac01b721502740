extension SQLiteStore {
    public func relink(
        where filter: UnitFilter, dryRun: Bool, as info: RevisionInfo,
        links: (TranslationUnit) throws -> [TermLink]?, each: (UnitChange) throws -> Void
    ) throws -> RelinkReport {
        var relinked = RelinkReport()
        let report = try change(where: filter, dryRun: dryRun, as: info) { unit, id, writer, report in
            guard let found = try links(unit) else { return }
            var linked = unit
            linked.termLinks = found
            guard linked.isWellFormed else {
                throw MemoryError(
                    .other, path: path,
                    message: "a term link of unit \(id) would lie outside of its text; nothing was changed")
            }
            guard try writer.change(id, from: unit, to: linked) else { return }
            report.changed += 1
            let (before, after) = (Set(unit.termLinks), Set(found))
            relinked.added += after.subtracting(before).count
            relinked.removed += before.subtracting(after).count
            try each(
                UnitChange(revision: Revision(number: try writer.revision(), info: info), before: unit, after: linked))
        }
        relinked.matched = report.matched
        relinked.changed = report.changed
        relinked.revision = report.revision
        return relinked
    }
}
