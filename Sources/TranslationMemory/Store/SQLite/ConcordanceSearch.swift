internal import GRDB
internal import UnicodeText

/// One search over one connection, within one transaction.
final class ConcordanceSearch {
    private let query: ConcordanceQuery
    private let matcher: ConcordanceMatcher
    private let reader: ConcordanceReader
    private let filter: UnitCheck?
    private let needsSides: Bool
    private var hits: RankedHits
    /// Units that were looked at.
    private var seen: Set<Int64> = []

    /// `nil` where the filter lets nothing pass.
    init?(_ query: ConcordanceQuery, _ matcher: ConcordanceMatcher, _ database: Database, path: String) throws {
        self.query = query
        self.matcher = matcher
        reader = try ConcordanceReader(database, path: path)
        if query.filter == .all {
            filter = nil
        } else {
            guard let check = try UnitCheck(query.filter, database) else { return nil }
            filter = check
        }
        needsSides = (query.include + query.exclude).contains { $0.side != .any }
        hits = RankedHits(order: query.order, limit: query.limit)
    }

    /// The hits in their order.
    ///
    /// - Parameter changed: Units that are looked through, as the indexes do not know them as they are; no index for all.
    func ranks(_ indexes: [ConcordanceIndex], changed: [Int64]) throws -> [ConcordanceRank] {
        if indexes.isEmpty {
            try scan()
            return hits.sorted
        }
        for unit in changed { try look(at: unit) }
        let part = CandidatePlan(matcher.include, areWhole: false)
        let whole = CandidatePlan(matcher.include, areWhole: true)
        switch query.order {
        case .relevance:
            var best = ConcordanceQuality()
            if whole != part {
                try look(through: indexes, by: whole, best)
                if hits.isFull, let last = hits.last, !last.quality.isPart { return hits.sorted }
                best.isPart = true
            }
            try look(through: indexes, by: part, best)
        case .newest, .memory: try lookInOrder(indexes, by: part)
        }
        return hits.sorted
    }

    func hit(_ rank: ConcordanceRank) throws -> ConcordanceHit? {
        guard let unit = try reader.unit(rank.unit) else { return nil }
        let texts = ConcordanceUnit(
            variants: unit.variants.map { ($0.language, $0.segment.text) }, sourceLanguage: unit.sourceLanguage)
        return ConcordanceHit(unit: unit, places: matcher.places(in: texts))
    }

    // MARK: Candidates

    /// Units looked at one by one before all texts are read in the order they are stored in, which costs less each.
    private static let patience = 20_000

    /// - Parameter best: What a unit of the plan has at best that was not looked at yet.
    private func look(through indexes: [ConcordanceIndex], by plan: CandidatePlan, _ best: ConcordanceQuality) throws {
        for index in indexes {
            switch try CandidateSet(plan, in: index) {
            case .everything:
                var rest = Self.patience
                var isDone = true
                try index.forEachRow(CandidateSet.every) { row in
                    if isBeyond(row, best) { return false }
                    if rest == 0 {
                        isDone = false
                        return false
                    }
                    rest -= 1
                    try look(at: ConcordanceRow.unit(of: row))
                    return true
                }
                if !isDone { return try scan() }
            case .any(let expressions) where expressions.count == 1:
                try index.forEachRow(expressions[0]) { row in
                    if isBeyond(row, best) { return false }
                    try look(at: ConcordanceRow.unit(of: row))
                    return true
                }
            case .any(let expressions):
                for row in try Self.rows(index, expressions) {
                    if isBeyond(row, best) { break }
                    try look(at: ConcordanceRow.unit(of: row))
                }
            }
        }
    }

    /// Whether no unit of this row or a later one comes before those that were found. Rows come by length.
    private func isBeyond(_ row: Int64, _ best: ConcordanceQuality) -> Bool {
        guard hits.isFull, let last = hits.last else { return false }
        return last.quality <= best && last.length < ConcordanceRow.length(of: row)
    }

    private static func rows(_ index: ConcordanceIndex, _ expressions: [[UInt8]]) throws -> [Int64] {
        var rows: Set<Int64> = []
        for expression in expressions {
            try index.forEachRow(expression) {
                rows.insert($0)
                return true
            }
        }
        return rows.sorted()
    }

    private func lookInOrder(_ indexes: [ConcordanceIndex], by plan: CandidatePlan) throws {
        guard let units = try candidates(indexes, plan) else { return try scan() }
        if query.order == .newest, units.count > Self.patience, try lookAtNewest() { return }
        var ordered: [ConcordanceRank] = []
        for unit in units where !seen.contains(unit) {
            let changed = query.order == .newest ? try reader.head(of: unit)?.changed ?? 0 : 0
            ordered.append(
                ConcordanceRank(quality: ConcordanceQuality(), length: 0, missing: 0, changed: changed, unit: unit))
        }
        ordered.sort { $0.precedes($1, in: query.order) }
        for rank in ordered {
            if hits.isFull, let last = hits.last, last.precedes(rank, in: query.order) { break }
            try look(at: rank.unit)
        }
    }

    /// `nil` where the indexes do not narrow the search, and it is left to the texts in the order they are stored in.
    private func candidates(_ indexes: [ConcordanceIndex], _ plan: CandidatePlan) throws -> Set<Int64>? {
        var units: Set<Int64> = []
        for index in indexes {
            guard case .any(let expressions) = try CandidateSet(plan, in: index) else {
                return try query.order == .newest && lookAtNewest() ? [] : nil
            }
            for row in try Self.rows(index, expressions) { units.insert(ConcordanceRow.unit(of: row)) }
        }
        return units
    }

    /// Looks at units from the newest on: where many are hits, few need be looked at.
    ///
    /// - Returns: Whether those that were wanted are found.
    private func lookAtNewest() throws -> Bool {
        guard query.limit > 0 else { return false }
        var rest = Self.patience
        var isDone = false
        try reader.forEachUnitFromNewest { unit, changed in
            let rank = ConcordanceRank(
                quality: ConcordanceQuality(), length: 0, missing: 0, changed: changed, unit: unit)
            if hits.isFull, let last = hits.last, last.precedes(rank, in: .newest) {
                isDone = true
                return false
            }
            rest -= 1
            if rest == 0 { return false }
            try look(at: unit)
            return true
        }
        return isDone
    }

    // MARK: Units

    /// O(bytes of the memory).
    private func scan() throws {
        try reader.forEachUnit { id, unit in
            if query.order == .memory, hits.isFull, let last = hits.last, last.unit < id { return false }
            if !seen.contains(id) { try consider(id, unit) }
            return true
        }
    }

    private func look(at id: Int64) throws {
        guard seen.insert(id).inserted else { return }
        let unit = try reader.texts(of: id)
        if !unit.variants.isEmpty { try consider(id, unit) }
    }

    private func consider(_ id: Int64, _ unit: ConcordanceUnit) throws {
        var unit = unit
        if needsSides { unit.sourceLanguage = try reader.head(of: id)?.language }
        guard let quality = matcher.quality(of: unit), let head = try reader.head(of: id) else { return }
        unit.sourceLanguage = head.language
        if let filter, try !filter.passes(id) { return }
        let missing = query.wanted.count { wanted in !unit.variants.contains { wanted.covers($0.language) } }
        hits.add(
            ConcordanceRank(quality: quality, length: unit.length, missing: missing, changed: head.changed, unit: id))
    }
}

/// Whether single units pass a filter.
private struct UnitCheck {
    private let statement: Statement
    private let values: [SQLValue]

    /// `nil` when no unit can pass.
    init?(_ filter: UnitFilter, _ database: Database) throws {
        guard let query = try UnitQuery(filter, database) else { return nil }
        statement = try database.makeStatement(sql: "SELECT 1 FROM (\(query.sql(columns: "id"))) WHERE id = ?")
        values = query.values
    }

    func passes(_ unit: Int64) throws -> Bool {
        defer { statement.end() }
        return try statement.start(all: values + [.integer(unit)])
    }
}
