internal import ByteJSON
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

    func unit(_ id: Int64) throws -> TranslationUnit? {
        guard try unitStatement.start(.integer(id)) else { return nil }
        let row = unitStatement
        defer { row.end() }
        return try unit(
            row, { body in try variantStatement.forEachRow(.integer(id)) { try body(variantStatement) } },
            { body in try linkStatement.forEachRow(.integer(id)) { try body(linkStatement) } })
    }

    /// Units by number, one at a time.
    ///
    /// - Parameter query: of the columns `unitColumns`, in order.
    func forEachUnit(_ query: UnitQuery, _ body: (TranslationUnit) throws -> Void) throws {
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
            try body(try unit(rows, { try variants.forEach(of: id, $0) }, { try links.forEach(of: id, $0) }))
            hasRow = try rows.step()
        }
    }

    private static let unitColumns = "id, kind, language, origin, confidence, context, attributes, annotations"
    private static let variantColumns = "unit, language, text, codes, attributes, annotations"
    private static let linkColumns =
        "l.unit, c.name, l.term, l.start, l.stop FROM term_link l JOIN concept c ON c.id = l.concept"

    private typealias Rows = (_ body: (Statement) throws -> Void) throws -> Void

    private func unit(_ row: Statement, _ variants: Rows, _ links: Rows) throws -> TranslationUnit {
        let id = row.integer(0)
        guard let kind = Schema.kind(row.integer(1)), let attributes = MetadataCoding.attributes(row, 6),
            let annotations = MetadataCoding.annotations(row, 7)
        else { throw damaged("unit \(id)") }
        let origin = try origin(row.integer(3))
        let unit = TranslationUnit(
            id: id, kind: kind, sourceLanguage: row.isNull(2) ? nil : try language(row.integer(2)),
            variants: try self.variants(of: id, variants), attributes: attributes, annotations: annotations,
            origin: Origin(origin.kind, name: origin.name, confidence: row.isNull(4) ? nil : row.real(4)),
            termLinks: try self.links(of: id, links))
        guard let context = try json(row, 5) else { return unit }
        var placed = unit
        guard ContextCoding.decode(context, into: &placed) else { throw damaged("unit \(id)") }
        return placed
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

    private func variants(of id: Int64, _ rows: Rows) throws -> [Variant] {
        var result: [Variant] = []
        try rows { row in
            guard let text = UTF8Text(validating: row.bytes(2)), let codes = InlineCodeCoding.codes(try json(row, 3)),
                let attributes = MetadataCoding.attributes(row, 4), let annotations = MetadataCoding.annotations(row, 5)
            else { throw damaged("a variant of unit \(id)") }
            result.append(
                Variant(
                    language: try language(row.integer(1)), segment: InlineText(text, codes: codes),
                    attributes: attributes, annotations: annotations))
        }
        return result
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

    private func json(_ row: Statement, _ column: Int32) throws -> JSONValue? {
        if row.isNull(column) { return nil }
        guard let value = JSONValue.stored(row.bytes(column)) else { throw damaged("metadata") }
        return value
    }

    func damaged(_ what: String) -> MemoryError {
        MemoryError(.damaged, path: path, message: "the memory is damaged: \(what)", hint: MemoryError.restoreHint)
    }
}
