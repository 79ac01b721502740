internal import GRDB
internal import UnicodeText

/// Units by the tokens of their texts: an SQLite file with an FTS5 table without contents, made whole and never changed.
///
/// It names candidates; whether a unit is a hit the texts in the memory tell. A row's number is the length of the unit's
/// source text and the unit's number, so that rows come by length.
final class ConcordanceIndex {
    let path: String
    let stamp: ConcordanceStamp
    let units: Int
    /// Whether a unit has words that are not indexed by their letters.
    let hasLongWords: Bool
    private let checksum: Int64
    private let database: DatabaseQueue

    /// "DGMC" as the application id of the file.
    static let applicationID: Int64 = 0x4447_4D43
    static let version: Int64 = 1
    /// Of the file that is mapped.
    private static let mappedBytes = 1 << 30

    /// - Throws: `ConcordanceIndexError`.
    init(path: String) throws(ConcordanceIndexError) {
        self.path = path
        var configuration = Configuration()
        configuration.readonly = true
        do {
            // Nobody writes to a file that has this name.
            database = try DatabaseQueue(path: DatabaseURI.immutable(path), configuration: configuration)
            var values: [String: Int64] = [:]
            var rules = ""
            try database.unsafeReentrantRead { connection in
                try connection.execute(sql: "PRAGMA mmap_size = \(Self.mappedBytes)")
                let identity = try Schema.identity(connection)
                guard identity.application == Self.applicationID, identity.version == Self.version else { return }
                let rows = try connection.makeStatement(sql: "SELECT name, value FROM metadata")
                try rows.forEachRow { values[rows.string(0)] = rows.integer(1) }
                rules = try Self.rules(connection)
            }
            guard rules.utf8.elementsEqual(ConcordanceTokens.rules.utf8), let source = values["source"],
                let revision = values["revision"], let check = values["check"], let since = values["since"],
                let units = values["units"].flatMap({ Int(exactly: $0) }), let checksum = values["checksum"]
            else { throw ConcordanceIndexError(.outdated, path: path) }
            stamp = ConcordanceStamp(source: source, revision: revision, check: check, since: since)
            self.units = units
            self.checksum = checksum
            hasLongWords = values["longWords"] != 0
        } catch let error as ConcordanceIndexError {
            throw error
        } catch {
            let isMissing = (error as? DatabaseError)?.resultCode == .SQLITE_CANTOPEN
            throw ConcordanceIndexError(isMissing ? .missing : .damaged, path: path, detail: "\(error)")
        }
    }

    private static func rules(_ connection: Database) throws -> String {
        let row = try connection.makeStatement(sql: "SELECT value FROM rules")
        defer { row.end() }
        return try row.start() ? row.string(0) : ""
    }

    /// Calls `body` with each row that an FTS5 expression finds, ascending, until it answers `false`.
    ///
    /// - Throws: `ConcordanceIndexError`, and what `body` throws.
    func forEachRow(_ expression: [UInt8], _ body: (_ row: Int64) throws -> Bool) throws {
        try database.unsafeReentrantRead { connection in
            let rows = try sound {
                try connection.makeStatement(sql: "SELECT rowid FROM segment WHERE segment MATCH ? ORDER BY rowid")
            }
            defer { rows.end() }
            var hasRow = try sound { try rows.start(.text(expression)) }
            while hasRow, try body(rows.integer(0)) { hasRow = try sound { try rows.step() } }
        }
    }

    /// Gives SQLite's errors as `ConcordanceIndexError`.
    private func sound<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw ConcordanceIndexError(.damaged, path: path, detail: "\(error)")
        }
    }

    /// The words of a shape, `nil` for more than a limit. O(bytes of all words).
    ///
    /// - Throws: `ConcordanceIndexError`.
    func words(_ shape: WordShape, limit: Int) throws -> [[UInt8]]? {
        guard let longest = shape.pieces.max(by: { $0.count < $1.count }) else { return nil }
        let pattern = BytePattern(longest)
        var words: [[UInt8]] = []
        try sound {
            try database.unsafeReentrantRead { connection in
                let rows = try connection.makeStatement(sql: "SELECT words FROM vocabulary ORDER BY id")
                defer { rows.end() }
                var hasRow = try rows.start()
                while hasRow, words.count <= limit {
                    VocabularyPage(rows.bytes(0)).forEachWord(with: pattern) { word in
                        if words.count <= limit, shape.fits(word) { words.append(Array(word)) }
                    }
                    hasRow = try rows.step()
                }
            }
        }
        return words.count > limit ? nil : words
    }

    /// Reads the whole index. O(bytes of it).
    ///
    /// - Throws: `ConcordanceIndexError`.
    func verify() throws(ConcordanceIndexError) {
        do {
            try database.unsafeReentrantRead { connection in
                let check = try connection.makeStatement(sql: "PRAGMA integrity_check")
                try check.forEachRow {
                    let answer = check.string(0)
                    if answer != "ok" { throw ConcordanceIndexError(.damaged, path: path, detail: answer) }
                }
                var sum = ConcordanceChecksum()
                try connection.execute(
                    sql: "CREATE VIRTUAL TABLE temp.instance USING fts5vocab('main', 'segment', 'instance')")
                defer { try? connection.execute(sql: "DROP TABLE temp.instance") }
                let rows = try connection.makeStatement(sql: "SELECT term, doc, offset FROM temp.instance")
                defer { rows.end() }
                try rows.forEachRow {
                    sum.add(token: rows.bytes(0)[...], row: rows.integer(1), place: Int(rows.integer(2)))
                }
                let words = try connection.makeStatement(sql: "SELECT words FROM vocabulary")
                try words.forEachRow { VocabularyPage(words.bytes(0)).forEachWord { sum.add(word: $0) } }
                guard sum.value == checksum else { throw ConcordanceIndexError(.damaged, path: path) }
            }
        } catch let error as ConcordanceIndexError {
            throw error
        } catch {
            throw ConcordanceIndexError(.damaged, path: path, detail: "\(error)")
        }
    }
}
