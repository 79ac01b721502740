internal import GRDB

/// Writes rows of a table, several with one statement where there are so many: a fifth of what a row costs is the
/// beginning and the end of its statement.
///
/// `OR FAIL`, for whoever meets an error ends the transaction: to take back the rows of one statement alone SQLite would
/// keep a copy of each page that several rows are written to, in a file of its own, which costs more than the rows.
struct RowInsertion {
    /// Rows of one statement.
    static let batch = 16

    private let database: Database
    private let single: Statement
    private let several: String

    /// - Parameters:
    ///   - table: with its columns.
    ///   - columns: their number.
    init(_ database: Database, into table: String, columns: Int) throws {
        self.database = database
        let row = "(" + Array(repeating: "?", count: columns).joined(separator: ",") + ")"
        let insert = "INSERT OR FAIL INTO \(table) VALUES "
        single = try database.cachedStatement(sql: insert + row)
        several = insert + Array(repeating: row, count: Self.batch).joined(separator: ",")
    }

    /// Writes one row.
    func insert(over bytes: UnsafeRawBufferPointer, _ bind: (inout BoundValues) throws -> Void) throws {
        try single.run(over: bytes, bind)
    }

    /// Writes rows in their order. O(their bytes).
    ///
    /// - Parameters:
    ///   - bytes: What texts are parts of.
    ///   - bind: Gives the values of a row by its number; runs no statement of this table.
    func insert(
        _ count: Int, over bytes: UnsafeRawBufferPointer, _ bind: (Int, inout BoundValues) throws -> Void
    ) throws {
        var first = 0
        if count >= Self.batch {
            let several = try database.cachedStatement(sql: several)
            while count - first >= Self.batch {
                try several.run(over: bytes) { values in
                    for index in first..<first + Self.batch { try bind(index, &values) }
                }
                first += Self.batch
            }
        }
        for index in first..<count { try single.run(over: bytes) { try bind(index, &$0) } }
    }
}
