import Dragoman

/// The units that an export takes: those of a memory as it is, as it was, or those that changed in between.
struct UnitSelection {
    private enum Extent {
        case now
        case asOf(Int64)
        case changed(from: Int64, through: Int64)
    }

    /// A unit, and whether it has been taken apart.
    enum Selected: Sendable {
        case stored(StoredUnit)
        case unit(TranslationUnit)

        func unit() throws -> TranslationUnit {
            switch self {
            case .stored(let stored): try stored.unit()
            case .unit(let unit): unit
            }
        }

        /// Bytes, roughly.
        var size: Int {
            switch self {
            case .stored(let stored): stored.byteCount
            case .unit(let unit): unit.roughSize
            }
        }
    }

    private let store: SQLiteStore
    private let filter: UnitFilter
    private let extent: Extent

    init(_ store: SQLiteStore, _ filter: UnitFilter, asOf: Int64?, since: Int64?, until: Int64?) throws {
        self.store = store
        self.filter = filter
        if let since {
            extent = .changed(from: since, through: try until ?? store.state().revision)
        } else {
            extent = asOf.map { .asOf($0) } ?? .now
        }
    }

    func forEachUnit(_ body: (TranslationUnit) throws -> Void) throws {
        switch extent {
        case .now: try store.forEachUnit(where: filter, body)
        case .asOf(let revision): try store.forEachUnit(where: filter, asOf: revision, body)
        case .changed(let first, let last):
            try store.forEachChangedUnit(where: filter, from: first, through: last) { _, unit in
                if let unit { try body(unit) }
            }
        }
    }

    /// The same units, not yet taken apart where they are those of a memory as it is.
    func forEachSelected(_ body: (Selected) throws -> Void) throws {
        guard case .now = extent else { return try forEachUnit { try body(.unit($0)) } }
        try store.forEachStoredUnit(where: filter) { try body(.stored($0)) }
    }

    /// The languages there are texts in, sorted. O(units) but for a memory as it is.
    func languages() throws -> [LanguageTag] {
        if case .now = extent { return try store.languages() }
        var languages: Set<LanguageTag> = []
        try forEachUnit { languages.formUnion($0.variants.map(\.language)) }
        return languages.sorted()
    }

    /// Units that were there before the changes and are gone after them.
    func deletedUnits() throws -> NumberRanges {
        var deleted = NumberRanges()
        guard case .changed(let first, let last) = extent else { return deleted }
        try store.forEachChangedUnit(where: filter, from: first, through: last) { id, unit in
            if unit == nil { deleted.append(id) }
        }
        return deleted
    }
}
