internal import GRDB

extension MemoryError {
    static let restoreHint = "restore it from a backup, or save what can be read with: sqlite3 FILE .recover"

    static func damaged(_ what: String, path: String) -> MemoryError {
        MemoryError(.damaged, path: path, message: "the memory is damaged: \(what)", hint: restoreHint)
    }

    init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_NOTADB:
            self.init(.notADatabase, path: path, message: "this file is not a translation memory")
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL:
            self.init(
                .busy, path: path, message: "another program has been writing to the memory for too long",
                hint: "try again when it has finished")
        case .SQLITE_READONLY:
            self.init(
                .readOnly, path: path, message: "the memory cannot be written: \(detail)",
                hint: "check the permissions of the file and its folder")
        case .SQLITE_CORRUPT:
            self.init(.damaged, path: path, message: "the memory is damaged: \(detail)", hint: Self.restoreHint)
        case .SQLITE_FULL:
            self.init(
                .diskFull, path: path, message: "the disk is full; nothing was stored",
                hint: "free some space and run the command again")
        case .SQLITE_IOERR:
            self.init(
                .io, path: path, message: "reading or writing failed: \(detail)",
                hint:
                    "look after the disk; the memory holds all of this change or nothing, and memory verify reads it whole"
            )
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self.init(
                .permission, path: path, message: "the memory cannot be opened: \(detail)",
                hint: "check the permissions of the file and its folder")
        default:
            self.init(.other, path: path, message: detail)
        }
    }
}
