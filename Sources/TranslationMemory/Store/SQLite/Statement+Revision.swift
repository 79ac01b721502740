internal import GRDB

extension Revision {
    /// Columns of `revision` as `Statement.revision` reads them, the first of a row.
    static let columns = "r.number, r.date, r.user, r.tool, r.action, r.note"
}

extension Statement {
    /// The revision in a row that begins with `Revision.columns`.
    var revision: Revision {
        Revision(
            number: integer(0),
            info: RevisionInfo(
                date: Timestamp(milliseconds: integer(1)), user: optionalString(2), tool: optionalString(3),
                action: string(4), note: optionalString(5)))
    }
}
