internal import UnicodeText

/// How a unit that comes in changes the stored unit of the same identity. Knows no database.
struct UnitMerge {
    enum VariantOutcome { case added, replaced, refused, known }
    typealias VariantResult = (language: LanguageTag, outcome: VariantOutcome)

    private(set) var unit: TranslationUnit
    private(set) var isChanged = false
    private(set) var variants: [VariantResult] = []

    /// A unit that is stored for the first time: without repeated variants and links.
    init(new unit: TranslationUnit) {
        self.unit = unit
        var set = VariantSet()
        for variant in unit.variants {
            variants.append((variant.language, set.insert(variant) ? .added : .known))
        }
        if set.variants.count < unit.variants.count { self.unit.variants = set.variants }
        if !unit.termLinks.isEmpty { self.unit.termLinks = Self.ordered(unit.termLinks) }
        isChanged = true
    }

    /// What becomes of the variants of a new unit that is stored as it is: nearly every one has a few, of different
    /// languages, and no links. `nil` for any other.
    static func plainVariants(of unit: TranslationUnit) -> [VariantResult]? {
        let variants = unit.variants
        guard unit.termLinks.isEmpty, variants.count <= 4 else { return nil }
        for index in variants.indices {
            for other in 0..<index where variants[other].language == variants[index].language { return nil }
        }
        return variants.indices.map { (variants[$0].language, .added) }
    }

    init(_ incoming: TranslationUnit, into stored: TranslationUnit, mode: ImportMode, termLinks: TermLinkPolicy) {
        unit = stored
        mergeVariants(of: incoming, mode: mode)
        keepSource(of: stored)
        mergePlaces(of: incoming, stored: stored, mode: mode)
        mergeMetadata(of: incoming, mode: mode)
        if termLinks == .always || !incoming.termLinks.isEmpty {
            let links = Self.ordered(incoming.termLinks)
            if !Self.areSame(links, unit.termLinks) {
                unit.termLinks = links
                isChanged = true
            }
        }
    }

    private mutating func mergeVariants(of incoming: TranslationUnit, mode: ImportMode) {
        let storedLanguages = Set(unit.variants.map(\.language))
        var set = VariantSet(unit.variants)
        // Languages whose stored texts have to go, and what comes instead.
        var replaced: Set<LanguageTag> = []
        for variant in incoming.variants {
            if let index = set.index(of: variant) {
                variants.append((variant.language, .known))
                if mode == .replace, takesMetadata(of: variant, over: set.variants[index]) {
                    set.replace(index, metadataOf: variant)
                    isChanged = true
                }
                continue
            }
            let isConflict = storedLanguages.contains(variant.language)
            if isConflict && mode == .keep {
                variants.append((variant.language, .refused))
                continue
            }
            if isConflict && mode == .replace { replaced.insert(variant.language) }
            set.insert(variant)
            variants.append((variant.language, isConflict && mode == .replace ? .replaced : .added))
            isChanged = true
        }
        guard isChanged else { return }
        unit.variants = replaced.isEmpty ? set.variants : Self.drop(replaced, from: set.variants, unless: incoming)
    }

    /// Drops the texts of the languages that `incoming` does not have, and puts its texts where those stood.
    private static func drop(
        _ languages: Set<LanguageTag>, from variants: [Variant], unless incoming: TranslationUnit
    ) -> [Variant] {
        let wanted = VariantSet(incoming.variants)
        let kept = VariantSet(variants.filter { wanted.index(of: $0) != nil })
        var groups: [LanguageTag: [Variant]] = [:]
        for variant in wanted.variants where languages.contains(variant.language) {
            guard let index = kept.index(of: variant) else { continue }
            groups[variant.language, default: []].append(kept.variants[index])
        }
        var result: [Variant] = []
        for variant in variants {
            if !languages.contains(variant.language) {
                result.append(variant)
            } else if let group = groups.removeValue(forKey: variant.language) {
                result.append(contentsOf: group)
            }
        }
        return result
    }

    /// A variant that came in must not become the source instead ("en" beside "en-US" in a unit said to be "en").
    private mutating func keepSource(of stored: TranslationUnit) {
        guard isChanged, let before = UnitIdentity(stored), let now = UnitIdentity(unit), !now.isSame(as: before) else {
            return
        }
        unit.sourceLanguage = before.variant.language
    }

    private func takesMetadata(of new: Variant, over old: Variant) -> Bool {
        guard !new.attributes.isEmpty || !new.annotations.isEmpty else { return false }
        return MetadataCoding.encode(new.attributes) != MetadataCoding.encode(old.attributes)
            || MetadataCoding.encode(new.annotations) != MetadataCoding.encode(old.annotations)
    }

    /// A place belongs to the translations that come in with it; to the unit where there are no others.
    private mutating func mergePlaces(of incoming: TranslationUnit, stored: TranslationUnit, mode: ImportMode) {
        if !incoming.knowsPlaces, !stored.knowsPlaces { return }
        let known = TranslationPlaces(stored).lists
        let old = VariantSet(stored.variants)
        let coming = VariantSet(incoming.variants)
        let source = unit.sourceIndex
        var comeAll = true
        let lists = unit.variants.enumerated().map { index, variant in
            let before = old.index(of: variant).map { known[$0] } ?? []
            if let place = coming.index(of: variant) {
                return TranslationPlaces.joined(before, incoming.contexts(of: place))
            }
            comeAll = comeAll && index == source
            return before
        }
        if !incoming.context.isEmpty, comeAll, mode == .replace || unit.context.isEmpty,
            incoming.context != unit.context
        {
            unit.context = incoming.context
            isChanged = true
        }
        if TranslationPlaces(lists).write(into: &unit) { isChanged = true }
    }

    private mutating func mergeMetadata(of incoming: TranslationUnit, mode: ImportMode) {
        guard mode == .replace else { return }
        if !incoming.attributes.isEmpty,
            MetadataCoding.encode(incoming.attributes) != MetadataCoding.encode(unit.attributes)
        {
            unit.attributes = incoming.attributes
            isChanged = true
        }
        if !incoming.annotations.isEmpty,
            MetadataCoding.encode(incoming.annotations) != MetadataCoding.encode(unit.annotations)
        {
            unit.annotations = incoming.annotations
            isChanged = true
        }
    }

    /// By position, without repetitions.
    private static func ordered(_ links: [TermLink]) -> [TermLink] {
        let sorted = links.sorted { left, right in
            if left.range.lowerBound != right.range.lowerBound { return left.range.lowerBound < right.range.lowerBound }
            if left.range.upperBound != right.range.upperBound { return left.range.upperBound < right.range.upperBound }
            if !left.concept.utf8.elementsEqual(right.concept.utf8) {
                return left.concept.utf8.lexicographicallyPrecedes(right.concept.utf8)
            }
            return left.term < right.term
        }
        var result: [TermLink] = []
        for link in sorted {
            if let last = result.last, last.range == link.range, last.concept.utf8.elementsEqual(link.concept.utf8) {
                continue
            }
            result.append(link)
        }
        return result
    }

    private static func areSame(_ left: [TermLink], _ right: [TermLink]) -> Bool {
        left.elementsEqual(right) {
            $0.range == $1.range && $0.term == $1.term && $0.concept.utf8.elementsEqual($1.concept.utf8)
        }
    }
}
