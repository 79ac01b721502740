internal import GRDB
internal import UnicodeText

/// Loads units over one connection, within one transaction.
final class UnitReader {
    private let database: Database
    private let path: String
    private let unitStatement: Statement
    private let variantStatement: Statement
    private let linkStatement: Statement
    private let originStatement: Statement
    private let languageStatement: Statement
    private var languages: [Int64: LanguageTag] = [:]
    private var origins: [Int64: (kind: Origin.Kind, name: String?)] = [:]
    /// Mostly one unit's is the next one's.
    private var lastOrigin: (id: Int64, origin: (kind: Origin.Kind, name: String?))?
    private static let originLimit = 4096
    /// Bytes that most units have room in.
    private static let usualSize = 768

    init(_ database: Database, path: String) throws {
        self.database = database
        self.path = path
        unitStatement = try database.cachedStatement(
            sql: "SELECT \(Self.unitColumns) FROM unit WHERE id = ?")
        variantStatement = try database.cachedStatement(
            sql: "SELECT \(Self.variantColumns) FROM variant WHERE unit = ? ORDER BY position")
        linkStatement = try database.cachedStatement(
            sql: "SELECT \(Self.linkColumns) WHERE l.unit = ? ORDER BY l.start, l.stop, c.name, l.term")
        originStatement = try database.cachedStatement(sql: "SELECT kind, name FROM origin WHERE id = ?")
        languageStatement = try database.cachedStatement(sql: "SELECT tag FROM language WHERE id = ?")
    }

    func unit(_ id: Int64) throws -> TranslationUnit? { try stored(id)?.unit() }

    func stored(_ id: Int64) throws -> StoredUnit? {
        guard try unitStatement.start(.integer(id)) else { return nil }
        let row = unitStatement
        defer { row.end() }
        return try stored(
            row, { body in try variantStatement.forEachRow(.integer(id)) { try body(variantStatement) } },
            { body in try linkStatement.forEachRow(.integer(id)) { try body(linkStatement) } })
    }

    /// Units by number, one at a time.
    ///
    /// - Parameter query: of the columns `unitColumns`, in order.
    func forEachStored(_ query: UnitQuery, _ body: (StoredUnit) throws -> Void) throws {
        // Not a cached statement: `body` may ask the store the same question.
        let rows = try database.makeStatement(sql: query.sql(columns: Self.unitColumns))
        let variants = try RowsByUnit(
            database, sql: "SELECT \(Self.variantColumns) FROM variant WHERE unit >= ? ORDER BY unit, position")
        let links = try RowsByUnit(
            database,
            sql: "SELECT \(Self.linkColumns) WHERE l.unit >= ? ORDER BY l.unit, l.start, l.stop, c.name, l.term")
        var hasRow = try rows.start(all: query.values)
        defer {
            rows.end()
            variants.end()
            links.end()
        }
        while hasRow {
            let id = rows.integer(0)
            try body(try stored(rows, { try variants.forEach(of: id, $0) }, { try links.forEach(of: id, $0) }))
            hasRow = try rows.step()
        }
    }

    private static let unitColumns = "id, kind, language, origin, confidence, context, attributes, annotations"
    private static let variantColumns = "unit, language, text, codes, attributes, annotations"
    private static let linkColumns =
        "l.unit, c.name, l.term, l.start, l.stop FROM term_link l JOIN concept c ON c.id = l.concept"

    private typealias Rows = (_ body: (Statement) throws -> Void) throws -> Void

    private func stored(_ row: Statement, _ variants: Rows, _ links: Rows) throws -> StoredUnit {
        let id = row.integer(0)
        guard let kind = Schema.kind(row.integer(1)) else { throw damaged("unit \(id)") }
        let origin = try origin(row.integer(3))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.usualSize)
        let context = row.copy(5, to: &bytes)
        let attributes = row.copy(6, to: &bytes)
        let annotations = row.copy(7, to: &bytes)
        var texts: [StoredUnit.StoredVariant] = []
        texts.reserveCapacity(2)
        try variants { row in
            texts.append(
                StoredUnit.StoredVariant(
                    language: try language(row.integer(1)), text: row.copy(2, to: &bytes),
                    codes: row.copy(3, to: &bytes), attributes: row.copy(4, to: &bytes),
                    annotations: row.copy(5, to: &bytes)))
        }
        return StoredUnit(
            path: path, id: id, kind: kind, sourceLanguage: row.isNull(2) ? nil : try language(row.integer(2)),
            origin: Origin(origin.kind, name: origin.name, confidence: row.isNull(4) ? nil : row.real(4)),
            termLinks: try self.links(of: id, links), context: context, attributes: attributes,
            annotations: annotations, variants: texts, bytes: bytes)
    }

    func language(_ id: Int64) throws -> LanguageTag {
        if let tag = languages[id] { return tag }
        guard try languageStatement.start(.integer(id)), let tag = LanguageTag(languageStatement.string(0)) else {
            throw damaged("language \(id)")
        }
        languageStatement.end()
        languages[id] = tag
        return tag
    }

    private func links(of id: Int64, _ rows: Rows) throws -> [TermLink] {
        var result: [TermLink] = []
        try rows { row in
            let start = Int(row.integer(3))
            let stop = Int(row.integer(4))
            guard let term = UTF8Text(validating: row.bytes(2)), start >= 0, stop >= start else {
                throw damaged("a term link of unit \(id)")
            }
            result.append(TermLink(concept: row.string(1), term: term, range: start..<stop))
        }
        return result
    }

    private func origin(_ id: Int64) throws -> (kind: Origin.Kind, name: String?) {
        if let last = lastOrigin, last.id == id { return last.origin }
        let origin = try storedOrigin(id)
        lastOrigin = (id, origin)
        return origin
    }

    private func storedOrigin(_ id: Int64) throws -> (kind: Origin.Kind, name: String?) {
        if let origin = origins[id] { return origin }
        guard try originStatement.start(.integer(id)), let kind = Origin.Kind(rawValue: originStatement.string(0))
        else { throw damaged("origin \(id)") }
        let origin = (kind: kind, name: originStatement.optionalString(1))
        originStatement.end()
        if origins.count >= Self.originLimit { origins.removeAll() }
        origins[id] = origin
        return origin
    }

    func damaged(_ what: String) -> MemoryError { .damaged(what, path: path) }
}
