internal import GRDB
internal import GRDBSQLite
internal import UnicodeText

/// Reads what a concordance needs of units over one connection, within one transaction.
final class ConcordanceReader {
    private let database: Database
    private let path: String
    private let units: UnitReader
    private let variantStatement: Statement
    private let unitStatement: Statement

    init(_ database: Database, path: String) throws {
        self.database = database
        self.path = path
        units = try UnitReader(database, path: path)
        variantStatement = try database.cachedStatement(
            sql: "SELECT language, text FROM variant WHERE unit = ? ORDER BY position")
        unitStatement = try database.cachedStatement(sql: "SELECT language, changed FROM unit WHERE id = ?")
    }

    func unit(_ id: Int64) throws -> TranslationUnit? { try units.unit(id) }

    /// The texts of a unit, empty where there is none; its source language is not read.
    func texts(of id: Int64) throws -> ConcordanceUnit {
        var unit = ConcordanceUnit()
        try variantStatement.forEachRow(.integer(id)) {
            unit.variants.append(try variant(variantStatement, 0, of: id))
        }
        return unit
    }

    /// The source language of a unit and the revision that changed it last.
    func head(of id: Int64) throws -> (language: LanguageTag?, changed: Int64)? {
        defer { unitStatement.end() }
        guard try unitStatement.start(.integer(id)) else { return nil }
        let language = unitStatement.isNull(0) ? nil : try units.language(unitStatement.integer(0))
        return (language, unitStatement.integer(1))
    }

    /// The texts of all units by number, until `body` answers `false`. O(bytes of the memory).
    func forEachUnit(_ body: (Int64, ConcordanceUnit) throws -> Bool) throws {
        let rows = try database.makeStatement(
            sql: "SELECT unit, language, text FROM variant ORDER BY unit, position")
        defer { rows.end() }
        var unit = ConcordanceUnit()
        var current: Int64?
        var hasRow = try rows.start()
        while hasRow {
            let id = rows.integer(0)
            if let last = current, last != id {
                guard try body(last, unit) else { return }
                unit.variants.removeAll(keepingCapacity: true)
            }
            current = id
            unit.variants.append(try variant(rows, 1, of: id))
            hasRow = try rows.step()
        }
        if let current { _ = try body(current, unit) }
    }

    /// The units with the revision that changed them last, newest and then highest numbers first, until `body` answers
    /// `false`. The journal has them in that order.
    func forEachUnitFromNewest(_ body: (_ unit: Int64, _ changed: Int64) throws -> Bool) throws {
        let rows = try database.makeStatement(
            sql: """
                SELECT c.unit, c.revision FROM change c CROSS JOIN unit u ON u.id = c.unit AND u.changed = c.revision
                ORDER BY c.revision DESC, c.unit DESC
                """)
        defer { rows.end() }
        var hasRow = try rows.start()
        while hasRow, try body(rows.integer(0), rows.integer(1)) { hasRow = try rows.step() }
    }

    private func variant(
        _ row: Statement, _ column: Int32, of id: Int64
    ) throws -> (language: LanguageTag, text: UTF8Text) {
        guard let text = UTF8Text(validating: row.bytes(column + 1)) else {
            throw units.damaged("a variant of unit \(id)")
        }
        return (try units.language(row.integer(column)), text)
    }

    /// The units that changed after a revision, by number; `nil` for more than a limit. O(units changed since).
    func changed(since revision: Int64, atMost limit: Int) throws -> [Int64]? {
        let rows = try database.makeStatement(
            sql: "SELECT DISTINCT unit FROM change WHERE revision > ? ORDER BY unit LIMIT ?")
        var units: [Int64] = []
        try rows.forEachRow(.integer(revision), .integer(limit == .max ? -1 : Int64(limit) + 1)) {
            units.append(rows.integer(0))
        }
        return units.count > limit ? nil : units
    }

    /// The rows of all units as an index has them, in its order; `nil` where a number is too large.
    ///
    /// O(n log n) in units, and eight bytes of memory each.
    func rows() throws -> [Int64]? {
        let heads = try database.makeStatement(sql: "SELECT id, language FROM unit ORDER BY id")
        let texts = try database.makeStatement(sql: "SELECT unit, language, text FROM variant ORDER BY unit, position")
        defer {
            heads.end()
            texts.end()
        }
        var result: [Int64] = []
        var hasText = try texts.start()
        var languages: [LanguageTag] = []
        var lengths: [Int] = []
        try heads.forEachRow {
            let id = heads.integer(0)
            languages.removeAll(keepingCapacity: true)
            lengths.removeAll(keepingCapacity: true)
            while hasText, texts.integer(0) <= id {
                if texts.integer(0) == id {
                    languages.append(try units.language(texts.integer(1)))
                    lengths.append(texts.byteCount(2))
                }
                hasText = try texts.step()
            }
            guard !lengths.isEmpty else { return }
            let source = ConcordanceUnit.source(
                of: heads.isNull(1) ? nil : try units.language(heads.integer(1)), in: languages)
            result.append(ConcordanceRow.number(length: lengths[source], unit: id) ?? -1)
        }
        result.sort()
        return result.first.map { $0 < 0 } ?? false ? nil : result
    }

    /// The same for units that changed after a revision.
    func rows(changedSince revision: Int64) throws -> [Int64]? {
        var result: [Int64] = []
        for id in try changed(since: revision, atMost: .max) ?? [] {
            var unit = try texts(of: id)
            guard !unit.variants.isEmpty else { continue }
            unit.sourceLanguage = try head(of: id)?.language
            guard let row = ConcordanceRow.number(length: unit.length, unit: id) else { return nil }
            result.append(row)
        }
        return result.sorted()
    }
}

extension Statement {
    /// Bytes of a text.
    fileprivate func byteCount(_ column: Int32) -> Int { Int(sqlite3_column_bytes(sqliteStatement, column)) }
}
