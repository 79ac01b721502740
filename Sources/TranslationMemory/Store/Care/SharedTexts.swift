internal import GRDB
internal import UnicodeText

/// The texts that more than one variant has, one after another by the hash they are found by. Holds one at a time; units
/// may be changed meanwhile.
final class SharedTexts {
    /// Texts of one hash in one language, which are the same nearly always.
    struct Candidates {
        var language: LanguageTag
        /// By number.
        var units: [Int64]
    }

    private let database: Database
    private let reader: UnitReader
    private let isFolded: Bool
    private let nextStatement: Statement
    private let unitStatement: Statement
    private var language: Int64 = 0
    private var hash: Int64 = 0

    /// - Parameter folded: Whether texts are compared folded; their hashes are put into a table of its own then, which
    ///   SQLite keeps on the disk when it is large.
    init(_ database: Database, _ reader: UnitReader, folded: Bool) throws {
        self.database = database
        self.reader = reader
        isFolded = folded
        if folded { try Self.fold(database) }
        let table = folded ? "temp.folded" : "variant"
        nextStatement = try database.makeStatement(
            sql: """
                SELECT language, hash FROM \(table) WHERE (language, hash) > (?, ?)
                GROUP BY language, hash HAVING count(*) > 1 LIMIT 1
                """)
        unitStatement = try database.makeStatement(
            sql: "SELECT DISTINCT unit FROM \(table) WHERE language = ? AND hash = ? ORDER BY unit")
    }

    private static func fold(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TEMP TABLE folded (
                    language INTEGER, hash INTEGER, unit INTEGER, PRIMARY KEY (language, hash, unit)) WITHOUT ROWID
                """)
        let insert = try database.makeStatement(
            sql: "INSERT OR IGNORE INTO temp.folded(language, hash, unit) VALUES (?, ?, ?)")
        let rows = try database.makeStatement(sql: "SELECT language, unit, text FROM variant")
        try rows.forEachRow {
            // A text that is damaged is found out when its unit is read.
            let key = TextKey.key(of: UTF8Text(validating: rows.bytes(2)) ?? UTF8Text(), folded: true)
            try insert.start(
                .integer(rows.integer(0)), .integer(UnitIdentity.hash(of: key.bytes)), .integer(rows.integer(1)))
        }
    }

    func next() throws -> Candidates? {
        guard try nextStatement.start(.integer(language), .integer(hash)) else { return nil }
        language = nextStatement.integer(0)
        hash = nextStatement.integer(1)
        nextStatement.end()
        var units: [Int64] = []
        try unitStatement.forEachRow(.integer(language), .integer(hash)) { units.append(unitStatement.integer(0)) }
        return Candidates(language: try reader.language(language), units: units)
    }

    /// Must be called before the transaction ends.
    func finish() throws {
        if isFolded { try database.execute(sql: "DROP TABLE temp.folded") }
    }
}
