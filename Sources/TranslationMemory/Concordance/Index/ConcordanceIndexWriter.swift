internal import GRDB
internal import UnicodeText

#if canImport(Musl)
    internal import Musl
#elseif canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Writes an index under a name of its own; it takes its place when all of it is on the disk.
final class ConcordanceIndexWriter {
    private let path: String
    private let temporary: String
    private let descriptor: Int32
    private let database: DatabaseQueue
    private var units = 0
    private var hasLongWords = false
    private var checksum = ConcordanceChecksum()
    private var vocabulary: Set<ArraySlice<UInt8>> = []
    private var page: [UInt8] = []
    private var isFinished = false

    /// Words kept to tell which are new; beyond, a word may be written twice.
    private static let mostWords = 1 << 20

    /// - Throws: `ConcordanceIndexError`.
    init(path: String, folder: String) throws(ConcordanceIndexError) {
        self.path = path
        if mkdir(folder, 0o777) != 0, errno != EEXIST { throw Self.unwritable(path) }
        UnfinishedFiles.removeLeft(for: path)
        guard let file = UnfinishedFiles.make(for: path) else { throw Self.unwritable(path) }
        temporary = file.path
        descriptor = file.descriptor
        do {
            // A file that was given up half-way is of no use: there is nothing to roll back to.
            var configuration = Configuration()
            configuration.prepareDatabase { connection in
                try connection.execute(
                    sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE")
            }
            database = try DatabaseQueue(
                path: temporary.utf8.first == 0x2F ? temporary : "./" + temporary, configuration: configuration)
        } catch {
            unlink(temporary)
            close(descriptor)
            throw ConcordanceIndexError(.unwritable, path: path, detail: "\(error)")
        }
    }

    deinit {
        if !isFinished { unlink(temporary) }
        close(descriptor)
    }

    /// Calls `body` with a function that takes the texts of a unit by rows that ascend, and puts the index in its place.
    ///
    /// - Returns: The size of the file in bytes.
    /// - Throws: `ConcordanceIndexError`, and what `body` throws.
    func write(
        _ stamp: ConcordanceStamp, _ body: (_ add: (Int64, [UTF8Text]) throws -> Void) throws -> Void
    ) throws -> Int {
        do {
            try database.inDatabase { connection in
                try connection.execute(sql: Self.tables)
                try connection.inTransaction(.immediate) {
                    let insert = try connection.makeStatement(sql: "INSERT INTO segment(rowid, words) VALUES (?, ?)")
                    let insertPage = try connection.makeStatement(sql: "INSERT INTO vocabulary(words) VALUES (?)")
                    func endPage() throws {
                        if !page.isEmpty { try insertPage.start(.text(page)) }
                        page.removeAll(keepingCapacity: true)
                    }
                    try body { row, texts in
                        let words = tokens(of: texts, row)
                        try insert.start(.integer(row), .text(words))
                        if page.count >= VocabularyPage.size { try endPage() }
                    }
                    try endPage()
                    try connection.execute(sql: "INSERT INTO segment(segment) VALUES ('optimize')")
                    try insertMetadata(stamp, connection)
                    return .commit
                }
            }
            try database.close()
        } catch let error as DatabaseError {
            throw ConcordanceIndexError(.unwritable, path: path, detail: "\(error)")
        }
        return try putInPlace()
    }

    /// The tokens of a unit as the tokenizer of the table takes them, parted by blanks.
    private func tokens(of texts: [UTF8Text], _ row: Int64) -> [UInt8] {
        var bytes = ConcordanceTokens.everyUnit
        var place = 0
        checksum.add(token: ConcordanceTokens.everyUnit[...], row: row, place: place)
        for text in texts {
            ConcordanceTokens.forEach(in: WeakKey.bytes(of: text)) { token, isWord in
                place += 1
                bytes.append(0x20)
                bytes += token
                checksum.add(token: token, row: row, place: place)
                if isWord { addWord(token) } else if token == ConcordanceTokens.longWord[...] { hasLongWords = true }
            }
        }
        units += 1
        return bytes
    }

    private func addWord(_ word: ArraySlice<UInt8>) {
        if vocabulary.contains(word) { return }
        if vocabulary.count >= Self.mostWords { vocabulary.removeAll() }
        vocabulary.insert(Array(word)[...])
        checksum.add(word: word)
        page += word
        page.append(VocabularyPage.end)
    }

    private func insertMetadata(_ stamp: ConcordanceStamp, _ connection: Database) throws {
        try connection.makeStatement(sql: "INSERT INTO rules(value) VALUES (?)").start(.text(ConcordanceTokens.rules))
        let insert = try connection.makeStatement(sql: "INSERT INTO metadata(name, value) VALUES (?, ?)")
        for (name, value) in [
            ("source", stamp.source), ("revision", stamp.revision), ("check", stamp.check), ("since", stamp.since),
            ("units", Int64(units)), ("longWords", hasLongWords ? 1 : 0), ("checksum", checksum.value),
        ] {
            try insert.start(.text(name), .integer(value))
        }
    }

    private func putInPlace() throws(ConcordanceIndexError) -> Int {
        var status = stat()
        guard fsync(descriptor) == 0, fstat(descriptor, &status) == 0, rename(temporary, path) == 0 else {
            throw Self.unwritable(path)
        }
        isFinished = true
        return Int(status.st_size)
    }

    private static func unwritable(_ path: String) -> ConcordanceIndexError {
        ConcordanceIndexError(.unwritable, path: path, detail: String(cString: strerror(errno)))
    }

    private static let tables = """
        PRAGMA application_id = \(ConcordanceIndex.applicationID);
        PRAGMA user_version = \(ConcordanceIndex.version);
        CREATE TABLE rules (value TEXT NOT NULL);
        CREATE TABLE metadata (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE vocabulary (id INTEGER PRIMARY KEY, words TEXT NOT NULL);
        CREATE VIRTUAL TABLE segment USING fts5(words, content = '', columnsize = 0, tokenize = 'ascii');
        INSERT INTO segment(segment, rank) VALUES ('hashsize', 33554432);
        """
}
