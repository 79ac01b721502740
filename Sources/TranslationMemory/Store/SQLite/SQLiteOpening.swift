internal import GRDB

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Opens the file of a memory: what it is, who else is making it, and whether it may be written.
struct SQLiteOpening {
    struct Result {
        var database: any DatabaseWriter
        var isReadOnly: Bool
    }

    /// How long to wait for another process, in seconds.
    static let patience = 30.0

    let path: String

    func open(_ access: SQLiteStore.Access) throws -> Result {
        guard !path.isEmpty else {
            throw MemoryError(.notFound, path: path, message: "the memory has an empty name")
        }
        let file = try inspect()
        if access == .readOnly || file.exists && !(file.isWritable && canMakeLogs) {
            guard file.exists, file.size > 0 else {
                throw MemoryError(
                    .notFound, path: path, message: "there is no memory here",
                    hint: "make one with: dragoman ingest FILE --memory \(path)")
            }
            return Result(database: try openForReading(), isReadOnly: true)
        }
        if !file.exists { try checkFolder() }
        return Result(database: try openForWriting(), isReadOnly: false)
    }

    func openInMemory() throws -> any DatabaseWriter {
        do {
            let queue = try DatabaseQueue(configuration: Configuration())
            try queue.write { try Schema.create($0, created: .now) }
            return queue
        } catch let error as DatabaseError {
            throw MemoryError(error, path: path)
        }
    }

    private struct File {
        var exists: Bool
        var isWritable: Bool
        var size: Int
    }

    /// Looks at the file without SQLite, which would take a file of a few bytes for an empty database.
    private func inspect() throws -> File {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let code = errno
            if code == ENOENT { return File(exists: false, isWritable: true, size: 0) }
            throw systemError(code, "the memory cannot be opened")
        }
        if status.st_mode & S_IFMT == S_IFDIR {
            throw MemoryError(
                .isDirectory, path: path, message: "this is a folder, not a memory",
                hint: "name a file in it: \(path.hasSuffix("/") ? path : path + "/")memory.db")
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw MemoryError(.notADatabase, path: path, message: "this is not a regular file")
        }
        if status.st_size > 0 { try checkMagic() }
        return File(exists: true, isWritable: access(path, W_OK) == 0, size: Int(status.st_size))
    }

    /// The first bytes of every SQLite database (SQLite file format, section 1.3).
    private func checkMagic() throws {
        let descriptor = Self.openReadOnly(path)
        guard descriptor >= 0 else { throw systemError(errno, "the memory cannot be read") }
        defer { close(descriptor) }
        var start = [UInt8](repeating: 0, count: 16)
        let count = read(descriptor, &start, 16)
        guard count >= 0 else { throw systemError(errno, "the memory cannot be read") }
        guard count == 16, start.elementsEqual("SQLite format 3\0".utf8) else {
            throw MemoryError(
                .notADatabase, path: path, message: "this file is not a translation memory",
                hint: "a TMX file and the like come into a memory with: dragoman import FILE")
        }
    }

    private static func openReadOnly(_ path: String) -> Int32 {
        #if canImport(Glibc)
            Glibc.open(path, O_RDONLY | O_CLOEXEC)
        #else
            Darwin.open(path, O_RDONLY | O_CLOEXEC)
        #endif
    }

    private var folder: String { path.utf8.lastIndex(of: 0x2F).map { String(path[..<$0]) + "/" } ?? "." }

    /// Writing needs a log beside the memory.
    private var canMakeLogs: Bool { access(folder, W_OK | X_OK) == 0 }

    private func checkFolder() throws {
        var status = stat()
        guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw MemoryError(
                .notFound, path: path, message: "there is no folder \(folder)", hint: "make it with: mkdir -p \(folder)"
            )
        }
        guard access(folder, W_OK | X_OK) == 0 else {
            throw systemError(errno, "the memory cannot be made in \(folder)")
        }
    }

    private func systemError(_ code: Int32, _ what: String) -> MemoryError {
        let reason = String(cString: strerror(code))
        switch code {
        case EACCES, EPERM, EROFS:
            return MemoryError(
                .permission, path: path, message: "\(what): \(reason)", hint: "name another place with --memory")
        case ENOTDIR, ENOENT:
            return MemoryError(.notFound, path: path, message: "\(what): \(reason)")
        default:
            return MemoryError(.io, path: path, message: "\(what): \(reason)")
        }
    }

    /// Of a memory that is made, bytes. Pages of SQLite's default, half as large, take a third more time to fill: most is
    /// done once for each page. Larger ones would make a large index cost more where rows come anywhere in it.
    private static let pageSize = 8_192

    /// Of a connection that writes, KiB.
    static let writingCache = 32_768

    private func openForWriting() throws -> any DatabaseWriter {
        try retryingWhileBusy {
            let pool = try DatabasePool(path: plainPath, configuration: configuration(mayBeEmpty: true))
            try pool.writeWithoutTransaction { connection in
                if try Schema.identity(connection).isEmpty {
                    try connection.inTransaction(.immediate) {
                        try Schema.create(connection, created: .now)
                        return .commit
                    }
                }
                // Every commit is on the disk when a write returns: a report of what is stored must be true.
                try connection.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -\(Self.writingCache)")
            }
            return pool
        }
    }

    private func openForReading() throws -> any DatabaseWriter {
        try retryingWhileBusy {
            var configuration = configuration(mayBeEmpty: false)
            configuration.readonly = true
            do {
                return try DatabaseQueue(path: plainPath, configuration: configuration)
            } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
                // A first import that was cut off: what it left can be taken back only by who may write.
                guard access(path, W_OK) == 0, canMakeLogs else { throw wasNotClosed("-journal") }
                try openForWriting().close()
                return try DatabaseQueue(path: plainPath, configuration: configuration)
            } catch let error as DatabaseError where Self.hasNoRoomBeside(error) {
                // A disk where SQLite cannot put the files it needs beside the memory, by permission or because it is
                // full: then nobody writes to it either, and with no log left over the file alone is the whole memory.
                for ending in ["-wal", "-journal"] {
                    var log = stat()
                    if stat(path + ending, &log) == 0, log.st_size > 0 { throw wasNotClosed(ending) }
                }
                return try DatabaseQueue(path: DatabaseURI.immutable(path), configuration: configuration)
            }
        }
    }

    private func wasNotClosed(_ ending: String) -> MemoryError {
        MemoryError(
            .readOnly, path: path, message: "the memory was not closed properly and lies where it cannot be written",
            hint: "copy it together with \(path)\(ending) to a folder that can be written")
    }

    private static func hasNoRoomBeside(_ error: DatabaseError) -> Bool {
        switch error.extendedResultCode {
        case .SQLITE_IOERR_SHMOPEN, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMMAP: true
        default: error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
        }
    }

    /// The path so that SQLite takes it for nothing else (`:memory:`, `file:…`).
    private var plainPath: String { path.utf8.first == 0x2F ? path : "./" + path }

    private func configuration(mayBeEmpty: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Self.patience)
        configuration.prepareDatabase { [path] connection in
            // The readers of a pool have a shorter patience of their own.
            try connection.execute(sql: "PRAGMA busy_timeout = \(Int(Self.patience * 1000))")
            // Runs before anything is written, the switch to write-ahead logging included.
            try Self.check(connection, path: path, mayBeEmpty: mayBeEmpty)
        }
        return configuration
    }

    private static func check(_ connection: Database, path: String, mayBeEmpty: Bool) throws {
        let identity = try Schema.identity(connection)
        if identity.application == 0, identity.isEmpty {
            if mayBeEmpty {
                // Has an effect as long as nothing is written.
                return try connection.execute(sql: "PRAGMA page_size = \(pageSize)")
            }
            throw MemoryError(.notFound, path: path, message: "the memory is empty: nothing was ever stored in it")
        }
        guard identity.application == Schema.applicationID else {
            throw MemoryError(
                .notAMemory, path: path, message: "this database belongs to another program and is no memory")
        }
        guard identity.version <= Schema.version else {
            throw MemoryError(
                .newerSchema, path: path,
                message: "the memory was written by a newer version of dragoman (schema \(identity.version), "
                    + "known here is \(Schema.version))",
                hint: "use that version, or export the memory there as TMX")
        }
    }

    /// Two processes that make the same file at once may find it locked at points where SQLite does not wait by itself
    /// (the switch to write-ahead logging, the recovery of a log).
    private func retryingWhileBusy<T>(_ body: () throws -> T) throws -> T {
        let deadline = Timestamp.now.milliseconds + Int64(Self.patience * 1000)
        var pause: UInt32 = 2000
        while true {
            do {
                return try body()
            } catch let error as DatabaseError {
                switch error.resultCode {
                case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL:
                    guard Timestamp.now.milliseconds < deadline else { throw MemoryError(error, path: path) }
                    usleep(pause)
                    pause = min(pause * 2, 100_000)
                default: throw MemoryError(error, path: path)
                }
            }
        }
    }
}
