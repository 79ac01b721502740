internal import GRDB

/// The index of texts within a transaction that writes many units.
///
/// Keeping it up to date with each text is the dearest part of a large import: hashes fall anywhere in it. Sorting them
/// once in the end takes a fifth of that. When a transaction has written as many units as the memory had, the index is
/// dropped and made again in the end, so that the work stays in proportion to what is written.
struct DeferredTextIndex {
    private let database: Database
    private let known: Int
    private let least: Int
    private var written = 0
    private var isDropped = false

    /// Must be in the transaction.
    ///
    /// - Parameter least: fewer units are not worth it.
    init(_ database: Database, least: Int = 20_000) throws {
        self.database = database
        self.least = least
        // No count: that would read the whole table. Numbers of units are given out in order.
        let last = try database.makeStatement(sql: "SELECT max(id) FROM unit")
        defer { last.end() }
        known = try last.start() ? Int(last.integer(0)) : 0
    }

    /// To be called after each unit that is new.
    mutating func wroteUnit() throws {
        written += 1
        guard !isDropped, written >= least, written >= known else { return }
        // An open statement of the same connection would be in the way; then the index is kept as before.
        isDropped = (try? database.execute(sql: "DROP INDEX \(Schema.textIndexName)")) != nil
    }

    /// To be called before the transaction is committed.
    func finish() throws {
        guard isDropped else { return }
        // What is sorted takes as much memory as the cache may have, beside the cache.
        try database.execute(sql: "PRAGMA cache_size = -\(Self.sortingCache)")
        try database.execute(sql: Schema.textIndex)
        try database.execute(sql: "PRAGMA cache_size = -\(SQLiteOpening.writingCache)")
    }

    /// KiB.
    private static let sortingCache = 8_192
}
