internal import GRDB

/// Rows of many units read in one pass, where the units are asked for in rising order.
///
/// Looking each unit up costs more than reading it.
final class RowsByUnit {
    private let statement: Statement
    private var hasRow = false
    private var isRunning = false
    /// Rows that are passed over before a unit is looked up.
    private static let patience = 16

    /// - Parameter sql: gives rows whose first column is the unit, in order, from a unit on that is its only parameter.
    init(_ database: Database, sql: String) throws {
        // Not a cached statement: who reads many units may ask the same question in between.
        statement = try database.makeStatement(sql: sql)
    }

    /// Calls `body` at each row of a unit. O(rows passed over), at most a few, or O(log n).
    func forEach(of unit: Int64, _ body: (Statement) throws -> Void) throws {
        if !isRunning {
            hasRow = try statement.start(.integer(unit))
            isRunning = true
        }
        var passed = 0
        while hasRow, statement.integer(0) < unit {
            passed += 1
            hasRow = try passed > Self.patience ? statement.start(.integer(unit)) : statement.step()
        }
        while hasRow, statement.integer(0) == unit {
            try body(statement)
            hasRow = try statement.step()
        }
    }

    /// Ends the statement, so that it holds no lock.
    func end() {
        statement.end()
        isRunning = false
    }
}
