internal import GRDB
internal import UnicodeText

extension SQLiteStore {
    public func search(_ query: ConcordanceQuery) throws -> [ConcordanceHit] {
        guard let matcher = ConcordanceMatcher(query) else { return [] }
        return try read { connection in
            let reader = try UnitReader(connection, path: path)
            let rows = try connection.makeStatement(
                sql: "SELECT unit, language, text FROM variant ORDER BY unit, position")
            var hits: [ConcordanceHit] = []
            var variants: [(language: LanguageTag, text: UTF8Text)] = []
            var current: Int64 = 0
            func endUnit() throws {
                defer { variants.removeAll(keepingCapacity: true) }
                guard matcher.matches(variants), let unit = try reader.unit(current) else { return }
                hits.append(ConcordanceHit(unit: unit, places: matcher.places(in: variants)))
            }
            var hasRow = try rows.start()
            defer { rows.end() }
            while hasRow {
                let unit = rows.integer(0)
                if unit != current {
                    try endUnit()
                    if query.limit > 0, hits.count >= query.limit { return hits }
                    current = unit
                }
                guard let text = UTF8Text(validating: rows.bytes(2)) else {
                    throw damaged("a variant of unit \(unit)")
                }
                variants.append((try reader.language(rows.integer(1)), text))
                hasRow = try rows.step()
            }
            try endUnit()
            return hits
        }
    }
}
