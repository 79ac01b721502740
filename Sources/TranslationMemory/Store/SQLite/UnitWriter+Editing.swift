internal import GRDB

/// Changes of units by their numbers. Two units may have one identity in between; `join` ends that.
extension UnitWriter {
    /// Stores a unit in another form.
    ///
    /// - Returns: `false` where it is the same already.
    func change(_ id: Int64, from stored: TranslationUnit, to unit: TranslationUnit) throws -> Bool {
        let unit = UnitMerge(new: unit).unit
        guard UnitImage.encode(unit) != UnitImage.encode(stored) else { return false }
        try update(unit, id: id, from: stored)
        return true
    }

    func remove(_ unit: TranslationUnit, id: Int64) throws {
        try journal(unit, id)
        // Variants and links go with it.
        try database.cachedStatement(sql: "DELETE FROM unit WHERE id = ?").start(.integer(id))
    }

    /// Another unit of the same identity.
    func twin(of unit: TranslationUnit, id: Int64) throws -> TranslationUnit? {
        guard let identity = UnitIdentity(unit) else { return nil }
        return try find(identity, hash: identity.hash, except: id)
    }

    /// Makes the units that have become the same as another, in this revision, one with it: the oldest stays and takes
    /// what the others have.
    ///
    /// - Returns: how many units went.
    func joinTwins() throws -> Int {
        guard let revision = report.revision else { return 0 }
        var joined = 0
        try forEachChange(of: revision) { id, _ in
            while let unit = try reader.unit(id), let twin = try twin(of: unit, id: id), let other = twin.id {
                let (old, new) = other < id ? (twin, unit) : (unit, twin)
                var join = UnitJoin(old, rule: .identical, usage: .sum)
                join.take(new)
                try remove(new, id: max(id, other))
                _ = try change(min(id, other), from: old, to: join.unit)
                joined += 1
            }
        }
        return joined
    }

    /// How many units this revision touched, and how many of them were not there before or are not there now.
    func counts() throws -> (units: Int, new: Int, gone: Int) {
        let counts = try database.cachedStatement(
            sql: """
                SELECT count(*), coalesce(sum(before IS NULL), 0),
                coalesce(sum(NOT EXISTS (SELECT 1 FROM unit WHERE id = change.unit)), 0)
                FROM change WHERE revision = ?
                """)
        defer { counts.end() }
        guard let revision = report.revision, try counts.start(.integer(revision)) else { return (0, 0, 0) }
        return (Int(counts.integer(0)), Int(counts.integer(1)), Int(counts.integer(2)))
    }

    /// The units a revision touched, by number, with their images before; `body` may change the journal.
    func forEachChange(of revision: Int64, _ body: (_ unit: Int64, _ before: [UInt8]?) throws -> Void) throws {
        let next = try database.makeStatement(
            sql: "SELECT unit, before FROM change WHERE revision = ? AND unit > ? ORDER BY unit LIMIT 1")
        var last: Int64 = 0
        while try next.start(.integer(revision), .integer(last)) {
            last = next.integer(0)
            let before = next.optionalBytes(1)
            next.end()
            try body(last, before)
        }
    }
}
