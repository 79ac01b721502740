internal import GRDB

/// Writes rows of a table, several with one statement where there are so many: a fifth of what a row costs is the
/// beginning and the end of its statement.
struct RowInsertion {
    /// Rows of one statement.
    static let batch = 16

    private let database: Database
    private let sql: String
    private let row: String
    private let single: Statement

    /// - Parameters:
    ///   - table: with its columns.
    ///   - columns: their number.
    init(_ database: Database, into table: String, columns: Int) throws {
        self.database = database
        row = "(" + Array(repeating: "?", count: columns).joined(separator: ",") + ")"
        sql = "INSERT INTO \(table) VALUES "
        single = try database.cachedStatement(sql: sql + row)
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
            let several = try database.cachedStatement(
                sql: sql + Array(repeating: row, count: Self.batch).joined(separator: ","))
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
