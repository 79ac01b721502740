internal import GRDB
internal import GRDBSQLite
internal import UnicodeText

/// What a transaction that writes many units leaves to its end: much of it costs less for all units at once than for each.
///
/// - The journal of units that are new is one statement over their numbers, which are greater than all before.
/// - The index of texts is made again where an eighth as many units were written as the memory had: hashes fall anywhere in
///   it, so that an entry costs some eight times as much as one of a new index. So the work is at most twice what it would
///   have been either way.
/// - In a memory that was empty the units of this transaction are all there are: while `KnownIdentities` has room for
///   them, the index of identities is not needed either. Then numbers are given out here, so that units can be written
///   several at once.
struct NewUnits {
    private let database: Database
    private let path: String
    private let last: Int64
    private let least: Int
    private var written = 0
    private var droppedTexts = false
    private var droppedIdentities = false
    private var hasOwnCache = false
    /// `nil` where the index is asked.
    private var identities: KnownIdentities?
    private var lastWritten: Int64 = 0

    /// Must be in the transaction.
    ///
    /// - Parameters:
    ///   - least: an index of fewer units is kept.
    ///   - known: for the identities of units, where there were none before.
    init(_ database: Database, path: String, least: Int = Self.many, known: KnownIdentities? = nil) throws {
        self.database = database
        self.path = path
        self.least = least
        // No count: that would read the whole table. Numbers of units are given out in order.
        let statement = try database.makeStatement(sql: "SELECT max(id) FROM unit")
        defer { statement.end() }
        last = try statement.start() ? statement.integer(0) : 0
        if last == 0 { identities = known ?? KnownIdentities(beside: path == ":memory:" ? nil : path) }
    }

    /// The number of the next unit; `nil` where the table gives it.
    var nextID: Int64? { droppedIdentities ? lastWritten + 1 : nil }

    /// Whether a unit was not there before the transaction.
    func contains(_ id: Int64) -> Bool { id > last }

    /// The units of an identity's hash by number; `nil` where the memory has to be asked.
    ///
    /// - Throws: `io`.
    func ids(of hash: Int64) throws -> [Int64]? {
        do throws(FileBytes.Failure) {
            return try identities?.ids(of: hash)
        } catch {
            throw MemoryError(
                .io, path: path,
                message: "reading a scratch file failed (error \(error.system) of the system); nothing was stored",
                hint: "look after the disk")
        }
    }

    /// To be called after each unit that is new.
    mutating func wrote(_ id: Int64, hash: Int64) throws {
        written += 1
        lastWritten = id
        try keep(id, hash)
        guard !droppedTexts, written >= least, written * Self.share >= last else { return }
        // An open statement of the same connection would be in the way; then an index is kept as before.
        droppedTexts = drop(Schema.textIndexName)
        guard droppedTexts, identities != nil else { return }
        droppedIdentities = drop(Schema.identityIndexName)
        // Without the two all goes to the ends of the tables.
        if droppedIdentities { try setCache(Self.smallCache) }
    }

    /// To be called after each unit that is another now.
    mutating func changed(_ id: Int64, hash: Int64) throws {
        if try ids(of: hash)?.contains(id) == false { try keep(id, hash) }
    }

    private mutating func keep(_ id: Int64, _ hash: Int64) throws {
        guard identities?.insert(id, hash: hash) == false else { return }
        identities = nil
        try makeIdentityIndex()
    }

    private func drop(_ index: String) -> Bool { (try? database.execute(sql: "DROP INDEX \(index)")) != nil }

    private mutating func makeIdentityIndex() throws {
        guard droppedIdentities else { return }
        try make(Schema.identityIndex)
        droppedIdentities = false
    }

    private mutating func make(_ index: String) throws {
        // What is sorted takes as much memory as the cache may have, beside the cache, and as much again on a thread that
        // sorts while rows are read. Pages that were changed stay in a cache, however small, until they are written.
        sqlite3_db_cacheflush(database.sqliteConnection)
        try setCache(Self.smallCache)
        FreedMemory.giveBack()
        try database.execute(sql: "PRAGMA threads = 1")
        defer { try? database.execute(sql: "PRAGMA threads = 0") }
        try database.execute(sql: index)
        try restoreCache()
    }

    /// To be called before the transaction is committed.
    ///
    /// - Parameter revision: the one that made the new units, `nil` if there are none.
    mutating func finish(_ revision: Int64?) throws {
        if let revision, written > 0 {
            try database.cachedStatement(sql: "INSERT INTO change(revision, unit) SELECT ?, id FROM unit WHERE id > ?")
                .start(.integer(revision), .integer(last))
        }
        identities = nil
        try makeIdentityIndex()
        if droppedTexts { try make(Schema.textIndex) }
    }

    /// Gives the connection the cache it had; to be called where the transaction fails, too.
    mutating func restoreCache() throws { if hasOwnCache { try setCache(nil) } }

    private mutating func setCache(_ size: Int?) throws {
        try database.execute(sql: "PRAGMA cache_size = -\(size ?? SQLiteOpening.writingCache)")
        hasOwnCache = size != nil
    }

    /// KiB, for what is appended and what is sorted.
    private static let smallCache = 4_096
    /// Of what a memory had, one in so many is enough.
    private static let share = 8
    /// So many new units fill the cache of a connection.
    static let many = 20_000
}
