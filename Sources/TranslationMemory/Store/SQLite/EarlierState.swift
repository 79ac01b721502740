internal import GRDB

/// Units as they were after a revision, asked for by number, ascending. Over one connection, within one transaction.
///
/// The first change after the revision holds a unit as the revision left it; a unit without one is as it is stored.
final class EarlierState {
    private let reader: UnitReader
    /// Units changed since, each with the first revision that did.
    private let later: Statement
    private let image: Statement
    private var hasLater: Bool

    /// O(changes since, sorted by SQLite, which uses the disk where they are many).
    init(_ database: Database, path: String, revision: Int64) throws {
        reader = try UnitReader(database, path: path)
        later = try database.makeStatement(
            sql: "SELECT unit, min(revision) FROM change WHERE revision > ? GROUP BY unit ORDER BY unit")
        image = try database.makeStatement(sql: "SELECT before FROM change WHERE revision = ? AND unit = ?")
        hasLater = try later.start(.integer(revision))
    }

    /// A unit; `nil` where there was none.
    ///
    /// - Parameter id: Greater than the one before.
    func unit(_ id: Int64) throws -> TranslationUnit? {
        while hasLater, later.integer(0) < id { hasLater = try later.step() }
        guard hasLater, later.integer(0) == id else { return try reader.unit(id) }
        defer { image.end() }
        guard try image.start(.integer(later.integer(1)), .integer(id)) else {
            throw reader.damaged("the journal of unit \(id)")
        }
        guard let bytes = image.optionalBytes(0) else { return nil }
        guard let unit = UnitImage.decode(bytes, id: id) else { throw reader.damaged("the journal of unit \(id)") }
        return unit
    }

    func finish() {
        later.end()
        image.end()
    }
}
