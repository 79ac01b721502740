internal import GRDB
internal import UnicodeText

/// The SQL of a filter: numbers of units in order.
struct UnitQuery {
    var sql = "SELECT u.id FROM unit u"
    var values: [SQLValue] = []

    /// `nil` when no unit can pass.
    init?(_ filter: UnitFilter, _ database: Database) throws {
        var conditions: [String] = []
        let tags = try Self.languages(database)
        func numbers(_ languages: [LanguageTag]) -> String {
            tags.filter { tag in languages.contains { $0.covers(tag.tag) } }.map { String($0.id) }
                .joined(separator: ",")
        }
        for language in filter.allLanguages {
            conditions.append(Self.hasVariant(numbers([language])))
        }
        if !filter.anyLanguage.isEmpty { conditions.append(Self.hasVariant(numbers(filter.anyLanguage))) }
        if let language = filter.sourceLanguage { conditions.append("u.language IN (\(numbers([language])))") }
        if !filter.kinds.isEmpty {
            let kinds = filter.kinds.map { String(Schema.number(of: $0)) }.sorted()
            conditions.append("u.kind IN (\(kinds.joined(separator: ",")))")
        }
        if !filter.originKinds.isEmpty || filter.originName != nil {
            var parts: [String] = []
            if !filter.originKinds.isEmpty {
                let kinds = filter.originKinds.map(\.rawValue).sorted()
                parts.append("kind IN (\(kinds.map { _ in "?" }.joined(separator: ",")))")
                values += kinds.map { .text($0) }
            }
            if let name = filter.originName {
                parts.append("name = ?")
                values.append(.text(name))
            }
            conditions.append("u.origin IN (SELECT id FROM origin WHERE \(parts.joined(separator: " AND ")))")
        }
        if let concept = filter.concept {
            conditions.append(
                """
                u.id IN (SELECT unit FROM term_link WHERE concept = (SELECT id FROM concept WHERE name = ?))
                """)
            values.append(.text(concept))
        }
        if let since = filter.changedSince {
            conditions.append("u.changed IN (SELECT number FROM revision WHERE date >= ?)")
            values.append(.integer(since.milliseconds))
        }
        if let before = filter.changedBefore {
            conditions.append("u.changed IN (SELECT number FROM revision WHERE date < ?)")
            values.append(.integer(before.milliseconds))
        }
        if !conditions.isEmpty { sql += " WHERE " + conditions.joined(separator: " AND ") }
        sql += " ORDER BY u.id"
    }

    private static func hasVariant(_ languages: String) -> String {
        "EXISTS (SELECT 1 FROM variant v WHERE v.unit = u.id AND v.language IN (\(languages)))"
    }

    private static func languages(_ database: Database) throws -> [(id: Int64, tag: LanguageTag)] {
        let rows = try database.cachedStatement(sql: "SELECT id, tag FROM language")
        var result: [(id: Int64, tag: LanguageTag)] = []
        try rows.forEachRow {
            if let tag = LanguageTag(rows.string(1)) { result.append((rows.integer(0), tag)) }
        }
        return result
    }
}
