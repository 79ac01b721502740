internal import GRDB

extension UnitWriter {
    /// Makes a unit what it was before a revision; another may have its identity until `giveWay`.
    ///
    /// - Parameter image: The unit then; `nil` if there was none.
    func takeBack(_ id: Int64, to image: TranslationUnit?) throws {
        switch (try reader.unit(id), image) {
        case (nil, nil): break
        case (let stored?, nil): try remove(stored, id: id)
        case (let stored?, let image?): try update(image, id: id, from: stored)
        case (nil, let image?): try insert(UnitRow(image), id: id)
        }
    }

    /// Leaves units as they were before this revision whose text another one has by now.
    ///
    /// - Parameter kept: Hears of each.
    func giveWay(_ kept: (Int64) throws -> Void) throws {
        guard let revision = report.revision else { return }
        try forEachChange(of: revision) { id, _ in
            guard let unit = try reader.unit(id), try twin(of: unit, id: id) != nil else { return }
            // The text it had before may be one that a third was given back; of those that were the same moment's no
            // two have one text, so that this ends.
            var next: Int64? = id
            while let id = next {
                try kept(id)
                next = try leave(id, as: revision)
            }
        }
    }

    /// Makes this revision have nothing to do with a unit.
    ///
    /// - Returns: the unit of this revision that now has its text.
    private func leave(_ id: Int64, as revision: Int64) throws -> Int64? {
        let journal = try database.cachedStatement(sql: "SELECT before FROM change WHERE revision = ? AND unit = ?")
        guard try journal.start(.integer(revision), .integer(id)), let stored = try reader.unit(id) else { return nil }
        let bytes = journal.optionalBytes(0)
        journal.end()
        defer { journal.end() }
        let forget = try database.cachedStatement(sql: "DELETE FROM change WHERE revision = ? AND unit = ?")
        guard let bytes else {
            try database.cachedStatement(sql: "DELETE FROM unit WHERE id = ?").start(.integer(id))
            try forget.start(.integer(revision), .integer(id))
            return nil
        }
        guard let image = UnitImage.decode(bytes, id: id) else { throw reader.damaged("the journal of unit \(id)") }
        try update(image, id: id, from: stored)
        try forget.start(.integer(revision), .integer(id))
        try database.cachedStatement(
            sql: """
                UPDATE unit SET changed = (
                    SELECT r.number FROM revision r CROSS JOIN change c ON c.revision = r.number AND c.unit = unit.id
                    ORDER BY r.number DESC LIMIT 1),
                created = (
                    SELECT r.number FROM revision r CROSS JOIN change c ON c.revision = r.number AND c.unit = unit.id
                    WHERE c.before IS NULL ORDER BY r.number DESC LIMIT 1)
                WHERE id = ?
                """
        ).start(.integer(id))
        guard let other = try twin(of: image, id: id)?.id else { return nil }
        return try journal.start(.integer(revision), .integer(other)) ? other : nil
    }

    /// What the journal says of this revision, as what an undo did; a revision without changes goes.
    func undoReport(kept: Int) throws -> UndoReport {
        var result = UndoReport()
        result.kept = kept
        guard let revision = report.revision else { return result }
        let counts = try counts()
        guard counts.units > 0 else {
            try database.cachedStatement(sql: "DELETE FROM revision WHERE number = ?").start(.integer(revision))
            return result
        }
        result.recreated = counts.new
        result.removed = counts.gone
        result.restored = counts.units - counts.new - counts.gone
        result.revision = revision
        return result
    }
}
