internal import ByteJSON
internal import GRDB
internal import UnicodeText

/// The SQL of a filter: units in order of their numbers. What units have to hold beside, `UnitMatcher` asks them.
struct UnitQuery {
    private var conditions: [String] = []
    private(set) var values: [SQLValue] = []

    /// - Parameter columns: of the table of units.
    func sql(columns: String) -> String {
        "SELECT \(columns) FROM unit u" + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
            + " ORDER BY u.id"
    }

    /// `nil` when no unit can pass.
    init?(_ filter: UnitFilter, _ database: Database) throws {
        let tags = try Self.languages(database)
        func numbers(_ languages: [LanguageTag]) -> String {
            tags.filter { tag in languages.contains { $0.covers(tag.tag) } }.map { String($0.id) }
                .joined(separator: ",")
        }
        if !filter.ids.isEmpty {
            conditions.append("u.id IN (SELECT value FROM json_each(?))")
            values.append(.text("[\(filter.ids.sorted().map(String.init).joined(separator: ","))]"))
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
        if let concepts = filter.concepts {
            conditions.append(
                """
                u.id IN (SELECT unit FROM term_link WHERE concept IN
                (SELECT id FROM concept WHERE name IN (SELECT value FROM json_each(?))))
                """)
            values.append(.text(Self.array(concepts)))
        }
        if let since = filter.changedSince {
            conditions.append("u.changed IN (SELECT number FROM revision WHERE date >= ?)")
            values.append(.integer(since.milliseconds))
        }
        if let before = filter.changedBefore {
            conditions.append("u.changed IN (SELECT number FROM revision WHERE date < ?)")
            values.append(.integer(before.milliseconds))
        }
        // Which variant is the source, `UnitMatcher` knows; here is only asked whether any has the text.
        for text in [filter.sourceText, filter.targetText] {
            // SQLite looks at every place anew, which for a long text would take long.
            guard let text, !text.isEmpty, text.count <= 64 else { continue }
            conditions.append("EXISTS (SELECT 1 FROM variant v WHERE v.unit = u.id AND instr(v.text, ?) > 0)")
            values.append(.text(text.bytes))
        }
    }

    private static func array(_ names: Set<String>) -> String {
        var writer = JSONWriter()
        writer.array { writer in for name in names.sorted() { writer.string(name) } }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The plus keeps SQLite from looking through all texts of a language for each unit.
    private static func hasVariant(_ languages: String) -> String {
        "EXISTS (SELECT 1 FROM variant v WHERE v.unit = u.id AND +v.language IN (\(languages)))"
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
