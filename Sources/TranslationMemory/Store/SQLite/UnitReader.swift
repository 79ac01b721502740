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
    private static let originLimit = 4096

    init(_ database: Database, path: String) throws {
        self.database = database
        self.path = path
        unitStatement = try database.cachedStatement(
            sql: """
                SELECT kind, language, origin, confidence, context, attributes, annotations FROM unit WHERE id = ?
                """)
        variantStatement = try database.cachedStatement(
            sql: """
                SELECT language, text, codes, attributes, annotations FROM variant WHERE unit = ? ORDER BY position
                """)
        linkStatement = try database.cachedStatement(
            sql: """
                SELECT c.name, l.term, l.start, l.stop FROM term_link l JOIN concept c ON c.id = l.concept
                WHERE l.unit = ? ORDER BY l.start, l.stop, c.name, l.term
                """)
        originStatement = try database.cachedStatement(sql: "SELECT kind, name FROM origin WHERE id = ?")
        languageStatement = try database.cachedStatement(sql: "SELECT tag FROM language WHERE id = ?")
    }

    func unit(_ id: Int64) throws -> TranslationUnit? {
        guard try unitStatement.start(.integer(id)) else { return nil }
        let row = unitStatement
        defer { row.end() }
        guard let kind = Schema.kind(row.integer(0)),
            let context = ContextCoding.context(try json(row, 4)),
            let attributes = MetadataCoding.attributes(try json(row, 5)),
            let annotations = MetadataCoding.annotations(try json(row, 6))
        else { throw damaged("unit \(id)") }
        let origin = try origin(row.integer(2))
        return TranslationUnit(
            id: id, kind: kind, sourceLanguage: row.isNull(1) ? nil : try language(row.integer(1)),
            variants: try variants(of: id), attributes: attributes, annotations: annotations,
            origin: Origin(origin.kind, name: origin.name, confidence: row.isNull(3) ? nil : row.real(3)),
            context: context, termLinks: try links(of: id))
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

    private func variants(of id: Int64) throws -> [Variant] {
        var result: [Variant] = []
        let row = variantStatement
        try row.forEachRow(.integer(id)) {
            guard let text = UTF8Text(validating: row.bytes(1)), let codes = InlineCodeCoding.codes(try json(row, 2)),
                let attributes = MetadataCoding.attributes(try json(row, 3)),
                let annotations = MetadataCoding.annotations(try json(row, 4))
            else { throw damaged("a variant of unit \(id)") }
            result.append(
                Variant(
                    language: try language(row.integer(0)), segment: InlineText(text, codes: codes),
                    attributes: attributes, annotations: annotations))
        }
        return result
    }

    private func links(of id: Int64) throws -> [TermLink] {
        var result: [TermLink] = []
        let row = linkStatement
        try row.forEachRow(.integer(id)) {
            let start = Int(row.integer(2))
            let stop = Int(row.integer(3))
            guard let term = UTF8Text(validating: row.bytes(1)), start >= 0, stop >= start else {
                throw damaged("a term link of unit \(id)")
            }
            result.append(TermLink(concept: row.string(0), term: term, range: start..<stop))
        }
        return result
    }

    private func origin(_ id: Int64) throws -> (kind: Origin.Kind, name: String?) {
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
