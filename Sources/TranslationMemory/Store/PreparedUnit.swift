/// A unit made ready to be stored.
///
/// Most of what storing costs but for the database's own work needs nothing of the memory: it can be done on another
/// thread than the one that writes.
public struct PreparedUnit: Sendable {
    public let unit: TranslationUnit
    /// `nil` for a unit without variants.
    let identity: UnitIdentity?
    let isWellFormed: Bool
    /// How it is stored where it is new.
    let merge: UnitMerge
    let row: UnitRow

    /// O(bytes of the unit).
    public init(_ unit: TranslationUnit) { self.init(unit, asNew: unit) }

    /// - Parameter new: the unit as it is stored where it is new; of the same identity.
    init(_ unit: TranslationUnit, asNew new: TranslationUnit) {
        self.unit = unit
        identity = UnitIdentity(unit)
        isWellFormed = unit.isWellFormed
        merge = UnitMerge(new: new)
        row = UnitRow(merge.unit, hash: identity?.hash)
    }
}
