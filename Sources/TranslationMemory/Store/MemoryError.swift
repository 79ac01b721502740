/// A memory that cannot be opened, read or written.
public struct MemoryError: Error, Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case notFound = "not-found"
        case notADatabase = "not-a-database"
        /// An SQLite database of some other program.
        case notAMemory = "not-a-memory"
        case newerSchema = "newer-schema"
        case isDirectory = "is-directory"
        /// The file or its folder may not be read or written.
        case permission
        /// A write to a memory that was opened for reading, or that lies on a read-only disk.
        case readOnly = "read-only"
        case busy
        case damaged
        case diskFull = "disk-full"
        case io
        case noRevision = "no-revision"
        /// What should be taken back was changed by a later revision.
        case changedSince = "changed-since"
        /// A memory that was to be merged into itself.
        case sameMemory = "same-memory"
        case other
    }

    public var kind: Kind
    /// The memory's file.
    public var path: String
    public var message: String
    /// What the user could do.
    public var hint: String?

    public init(_ kind: Kind, path: String, message: String, hint: String? = nil) {
        self.kind = kind
        self.path = path
        self.message = message
        self.hint = hint
    }
}

extension MemoryError: CustomStringConvertible {
    /// `memory.db: error: …`, and the hint on a line of its own.
    public var description: String {
        "\(path): error: \(message)" + (hint.map { "\nhint: \($0)" } ?? "")
    }
}
