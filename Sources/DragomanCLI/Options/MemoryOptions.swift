import ArgumentParser
import Dragoman
import Glibc

/// Which memory is used.
struct MemoryOptions: ParsableArguments {
    @Option(
        name: .long,
        help: "The memory's file. Default: $DRAGOMAN_MEMORY, else $XDG_DATA_HOME/dragoman/memory.db.")
    var memory: String?

    /// The path by flag, environment or default.
    var path: String {
        if let memory { return memory }
        if let named = getenv("DRAGOMAN_MEMORY"), named.pointee != 0 { return String(cString: named) }
        return DataFolder.path + "/memory.db"
    }

    var exists: Bool { Self.exists(path) }

    /// Opens the memory, making it and the default folder where they are missing.
    func open(readOnly: Bool = false) throws -> SQLiteStore {
        if !readOnly, memory == nil, getenv("DRAGOMAN_MEMORY") == nil { try DataFolder.make() }
        return try SQLiteStore(path: path, access: readOnly ? .readOnly : .readWrite)
    }

    /// Opens a memory that should be there.
    func openExisting(readOnly: Bool = true) throws -> SQLiteStore {
        try Self.openExisting(path, readOnly: readOnly)
    }

    static func openExisting(_ path: String, readOnly: Bool = true) throws -> SQLiteStore {
        guard exists(path) else {
            throw Diagnostic(
                .error, code: "memory.missing", file: path, message: "there is no memory here yet",
                hint: "dragoman import or dragoman ingest makes one; --memory names another")
        }
        return try SQLiteStore(path: path, access: readOnly ? .readOnly : .readWrite)
    }

    private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
