internal import Dispatch
internal import GRDB

/// A translation memory in an SQLite file.
///
/// Write-ahead logging: readers never wait for a writer; writers of several processes wait for each other (30 s).
public final class SQLiteStore: Store {
    public enum Access: Hashable, Sendable {
        /// Made if there is none; opened for reading alone if the file may not be written.
        case readWrite
        /// Must exist; is not written to.
        case readOnly
    }

    /// The file, or `:memory:`.
    public let path: String
    public let isReadOnly: Bool
    /// A pool for a file that is written, else one connection.
    let database: any DatabaseWriter
    /// Those that go on beside what their import was made for.
    let checkpoints = DispatchGroup()

    /// Opens or makes a memory.
    ///
    /// - Throws: `MemoryError`; then nothing was changed.
    public convenience init(path: String, access: Access = .readWrite) throws {
        let opened = try SQLiteOpening(path: path).open(access)
        self.init(path: path, isReadOnly: opened.isReadOnly, database: opened.database)
    }

    /// A memory that is gone when the store is.
    public convenience init() throws {
        let path = ":memory:"
        self.init(path: path, isReadOnly: false, database: try SQLiteOpening(path: path).openInMemory())
    }

    deinit { checkpoints.wait() }

    private init(path: String, isReadOnly: Bool, database: any DatabaseWriter) {
        self.path = path
        self.isReadOnly = isReadOnly
        self.database = database
    }

    /// Closes the connections; any later call throws.
    public func close() throws {
        checkpoints.wait()
        try mapping { try database.close() }
    }

    /// Reads in the transaction of one statement: for what keeps its first statement open until it is done.
    func readRows<T>(_ body: (Database) throws -> T) throws -> T {
        try mapping { try database.unsafeReentrantRead(body) }
    }

    /// Reads in one transaction; may be called from within another read or write.
    func read<T>(_ body: (Database) throws -> T) throws -> T {
        try mapping {
            try database.unsafeReentrantRead { connection in
                if connection.isInsideTransaction { return try body(connection) }
                var result: T?
                try connection.inTransaction(.deferred) {
                    result = try body(connection)
                    return .commit
                }
                guard let result else { throw DatabaseError(message: "a read gave nothing") }
                return result
            }
        }
    }

    /// Gives SQLite's errors as `MemoryError`, and lets others pass.
    func mapping<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw MemoryError(error, path: path)
        }
    }

    func damaged(_ what: String) -> MemoryError { .damaged(what, path: path) }
}
