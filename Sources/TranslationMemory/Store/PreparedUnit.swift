internal import UnicodeText

/// A unit made ready to be stored.
///
/// Most of what storing costs but for the database's own work needs nothing of the memory: it can be done on another
/// thread than the one that writes. A copy is one reference.
public struct PreparedUnit: Sendable {
    private final class Content: Sendable {
        let unit: TranslationUnit
        let isWellFormed: Bool
        let variants: [UnitMerge.VariantResult]
        let row: UnitRow

        init(_ unit: TranslationUnit, asNew new: TranslationUnit) {
            self.unit = unit
            isWellFormed = unit.isWellFormed
            let hash = UnitIdentity.hash(of: unit)
            if let variants = UnitMerge.plainVariants(of: new) {
                self.variants = variants
                row = UnitRow(new, hash: hash)
            } else {
                let merge = UnitMerge(new: new)
                variants = merge.variants
                row = UnitRow(merge.unit, hash: hash)
            }
        }
    }

    private let content: Content

    public var unit: TranslationUnit { content.unit }
    var hasVariants: Bool { !content.unit.variants.isEmpty }
    var isWellFormed: Bool { content.isWellFormed }
    /// What becomes of its variants where it is new.
    var variants: [UnitMerge.VariantResult] { content.variants }
    /// How it is stored where it is new.
    var row: UnitRow { content.row }

    /// O(bytes of the unit).
    public init(_ unit: TranslationUnit) { self.init(unit, asNew: unit) }

    /// - Parameter new: the unit as it is stored where it is new; of the same identity.
    init(_ unit: TranslationUnit, asNew new: TranslationUnit) { content = Content(unit, asNew: new) }
}
