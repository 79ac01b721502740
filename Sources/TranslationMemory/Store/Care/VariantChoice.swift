internal import UnicodeText

/// One text in each language, of a unit that has several. Knows no database.
struct VariantChoice {
    private(set) var unit: TranslationUnit
    private(set) var dropped = 0

    /// The source stays in any case. Texts are told apart by their own dates where all of a language have one, else the
    /// last was added last.
    init(_ unit: TranslationUnit, _ preference: DedupeOptions.Preference) {
        self.unit = unit
        let source = unit.identityIndex
        var groups: [LanguageTag: [Int]] = [:]
        for (index, variant) in unit.variants.enumerated() { groups[variant.language, default: []].append(index) }
        guard groups.count < unit.variants.count else { return }
        var kept: Set<Int> = []
        for indices in groups.values {
            if let source, indices.contains(source) {
                kept.insert(source)
            } else if let best = Self.best(indices, of: unit.variants, preference) {
                kept.insert(best)
            }
        }
        let identity = UnitIdentity(unit)
        self.unit.variants = unit.variants.indices.filter(kept.contains).map { unit.variants[$0] }
        dropped = unit.variants.count - kept.count
        if let identity, let now = UnitIdentity(self.unit), !now.isSame(as: identity) {
            self.unit.sourceLanguage = identity.variant.language
        }
    }

    private static func best(_ indices: [Int], of variants: [Variant], _ preference: DedupeOptions.Preference) -> Int? {
        let dates = indices.map { variants[$0].attributes.lastDate }
        let areDated = dates.allSatisfy { $0 != nil }
        /// Whether the second of two is to be preferred; it comes later in the unit.
        func isBetter(_ new: Int, than old: Int) -> Bool {
            if preference == .mostUsed {
                let (before, after) = (variants[old].attributes.usageCount, variants[new].attributes.usageCount)
                if before != after { return after > before }
            }
            if areDated, let before = variants[old].attributes.lastDate, let after = variants[new].attributes.lastDate,
                before != after
            {
                return preference == .oldest ? after < before : after > before
            }
            return preference != .oldest
        }
        guard var best = indices.first else { return nil }
        for index in indices.dropFirst() where isBetter(index, than: best) { best = index }
        return best
    }
}
