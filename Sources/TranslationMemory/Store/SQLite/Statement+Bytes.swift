internal import GRDB
internal import GRDBSQLite
internal import UnicodeText

/// Binding and reading without `String` and `Data`: texts pass byte for byte, U+0000 included.
extension Statement {
    /// Runs the statement once more with other values and steps to its first row.
    ///
    /// - Returns: whether there is a row.
    @discardableResult
    func start(_ values: SQLValue...) throws -> Bool {
        sqlite3_reset(sqliteStatement)
        for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
        return try step()
    }

    /// The same for a number of values known only at run time.
    @discardableResult
    func start(all values: [SQLValue]) throws -> Bool {
        sqlite3_reset(sqliteStatement)
        for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
        return try step()
    }

    /// The same where each row of many is written: without an array of values, and without copies of texts.
    ///
    /// - Parameter bytes: What texts are parts of.
    func run(over bytes: UnsafeRawBufferPointer, _ bind: (inout BoundValues) throws -> Void) throws {
        sqlite3_reset(sqliteStatement)
        // Nothing of the bytes is kept longer than they are there.
        defer { sqlite3_clear_bindings(sqliteStatement) }
        var values = BoundValues(self, bytes)
        try bind(&values)
        _ = try step()
    }

    /// Runs the statement once more and calls `body` at each of its rows, then ends it.
    func forEachRow(_ values: SQLValue..., body: () throws -> Void) throws {
        var hasRow = try start(all: values)
        defer { end() }
        while hasRow {
            try body()
            hasRow = try step()
        }
    }

    /// Ends the statement, so that it holds no lock; its rows are gone.
    func end() { sqlite3_reset(sqliteStatement) }

    /// Steps to the next row.
    func step() throws -> Bool {
        switch sqlite3_step(sqliteStatement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(sqliteStatement)
            return false
        default:
            let connection = sqlite3_db_handle(sqliteStatement)
            let code = sqlite3_extended_errcode(connection)
            let message = sqlite3_errmsg(connection).map { String(cString: $0) }
            sqlite3_reset(sqliteStatement)
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: sql)
        }
    }

    private func bind(_ value: SQLValue, at index: Int32) throws {
        switch value {
        case .null: try bindNull(at: index)
        case .integer(let number): try bind(number, at: index)
        case .real(let number): try bind(number, at: index)
        case .text(let bytes): try bind(bytes, at: index)
        }
    }

    fileprivate func bind(_ number: Int64?, at index: Int32) throws {
        guard let number else { return try bindNull(at: index) }
        try check(sqlite3_bind_int64(sqliteStatement, index, number))
    }

    fileprivate func bind(_ number: Double?, at index: Int32) throws {
        guard let number else { return try bindNull(at: index) }
        try check(sqlite3_bind_double(sqliteStatement, index, number))
    }

    private func bind(_ bytes: [UInt8], at index: Int32) throws {
        try bytes.withUnsafeBytes { try bind($0, Self.copied, at: index) }
    }

    /// Asks SQLite to copy.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    /// - Parameter release: `nil` for bytes that stay where they are.
    fileprivate func bind(
        _ bytes: UnsafeRawBufferPointer, _ release: sqlite3_destructor_type?, at index: Int32
    ) throws {
        guard let start = bytes.baseAddress, bytes.count > 0 else {
            // A null pointer would bind NULL.
            return try check(sqlite3_bind_text64(sqliteStatement, index, "", 0, Self.copied, UInt8(SQLITE_UTF8)))
        }
        try check(
            sqlite3_bind_text64(
                sqliteStatement, index, start.assumingMemoryBound(to: CChar.self), UInt64(bytes.count), release,
                UInt8(SQLITE_UTF8)))
    }

    fileprivate func bindNull(at index: Int32) throws { try check(sqlite3_bind_null(sqliteStatement, index)) }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "cannot bind a value", sql: sql)
        }
    }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(sqliteStatement, column) == SQLITE_NULL }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(sqliteStatement, column) }

    func real(_ column: Int32) -> Double { sqlite3_column_double(sqliteStatement, column) }

    /// Calls `body` with the bytes of a text where they lie, none for NULL.
    func withBytes<T>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
        let start = sqlite3_column_blob(sqliteStatement, column)
        let count = Int(sqlite3_column_bytes(sqliteStatement, column))
        return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }

    /// The bytes of a text, empty for NULL.
    func bytes(_ column: Int32) -> [UInt8] { withBytes(column) { Array($0) } }

    /// Adds the bytes of a text to others.
    ///
    /// - Returns: where they are then, `nil` for NULL.
    func copy(_ column: Int32, to bytes: inout [UInt8]) -> ByteRange? {
        if isNull(column) { return nil }
        let start = bytes.count
        withBytes(column) { bytes.append(contentsOf: $0) }
        return start..<bytes.count
    }

    /// Whether a text is these bytes.
    func hasBytes(_ wanted: [UInt8], _ column: Int32) -> Bool {
        withBytes(column) { found in wanted.withUnsafeBytes { sameBytes(found, $0) } }
    }

    /// The bytes of a text, `nil` for NULL.
    func optionalBytes(_ column: Int32) -> [UInt8]? { isNull(column) ? nil : bytes(column) }

    func string(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func optionalString(_ column: Int32) -> String? { isNull(column) ? nil : string(column) }
}

/// Binds the values of a statement in their order, `nil` as NULL.
struct BoundValues {
    private let statement: Statement
    private let bytes: UnsafeRawBufferPointer
    private var index: Int32 = 0

    init(_ statement: Statement, _ bytes: UnsafeRawBufferPointer) {
        self.statement = statement
        self.bytes = bytes
    }

    mutating func add(_ number: Int64?) throws { try statement.bind(number, at: next()) }
    mutating func add(_ number: Double?) throws { try statement.bind(number, at: next()) }

    /// A text that stays where it is until the statement has run.
    ///
    /// - Parameter start: of what the range counts from.
    mutating func add(_ text: ByteRange?, from start: Int) throws {
        guard let text else { return try statement.bindNull(at: next()) }
        let range = start + text.lowerBound..<start + text.upperBound
        try statement.bind(UnsafeRawBufferPointer(rebasing: bytes[range]), nil, at: next())
    }

    private mutating func next() -> Int32 {
        index += 1
        return index
    }
}

/// A value of a statement.
enum SQLValue {
    case null
    case integer(Int64)
    case real(Double)
    case text([UInt8])

    static func text(_ string: String) -> SQLValue { .text(Array(string.utf8)) }
    static func text(_ string: String?) -> SQLValue { string.map { .text(Array($0.utf8)) } ?? .null }
    static func text(_ bytes: [UInt8]?) -> SQLValue { bytes.map { .text($0) } ?? .null }
}
