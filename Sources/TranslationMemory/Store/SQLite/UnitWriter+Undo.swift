internal import GRDB

extension UnitWriter {
    /// Makes a unit what it was before a revision.
    ///
    /// - Parameter image: The unit then; `nil` if there was none.
    /// - Returns: `false` where another unit has its text by now; nothing was changed then.
    func takeBack(_ id: Int64, to image: TranslationUnit?, _ report: inout UndoReport) throws -> Bool {
        let stored = try reader.unit(id)
        switch (stored, image) {
        case (nil, nil): break
        case (let stored?, nil):
            try remove(stored, id: id)
            report.removed += 1
        case (let stored?, let image?):
            guard try isFree(image, for: id) else { return false }
            try update(image, id: id, from: stored)
            report.restored += 1
        case (nil, let image?):
            guard try isFree(image, for: id) else { return false }
            try insert(image, hash: UnitIdentity(image)?.hash ?? 0, id: id)
            report.recreated += 1
        }
        return true
    }

    private func isFree(_ unit: TranslationUnit, for id: Int64) throws -> Bool {
        guard let identity = UnitIdentity(unit), let other = try find(identity, hash: identity.hash) else {
            return true
        }
        return other.id == id
    }

    private func remove(_ unit: TranslationUnit, id: Int64) throws {
        try insertChange.start(.integer(try revision()), .integer(id), .text(UnitImage.encode(unit)))
        // Variants and links go with it.
        try database.cachedStatement(sql: "DELETE FROM unit WHERE id = ?").start(.integer(id))
    }
}
