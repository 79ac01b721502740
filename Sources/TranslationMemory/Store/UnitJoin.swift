internal import UnicodeText

/// A unit that stays and takes what others have before they go. Knows no database.
///
/// Its kind, origin and source stay. Variants are taken by the rule, metadata by `MetadataJoin`, term links where the
/// source texts are the same bytes. Each translation keeps the places it was given at; the unit takes a context where it has
/// none.
struct UnitJoin {
    /// Which variants of the others are variants of the unit already.
    enum Rule: Equatable {
        /// Those of the same language, text and codes.
        case identical
        /// The same, and no others are taken.
        case metadataAlone
        /// Those of the same language and text; folded, of texts that differ in case and white space alone.
        case sameText(folded: Bool)
        /// All in a language that it has: those with another text are dropped.
        case oneALanguage(folded: Bool)
    }

    private struct Key: Hashable {
        var language: LanguageTag
        var text: UTF8Text
        var codes: [UInt8]?
    }

    private var joined: TranslationUnit
    private let rule: Rule
    private let usage: MetadataJoin.Usage
    private let identity: UnitIdentity?
    private var metadata: MetadataJoin
    private var variants: [Variant] = []
    private var places: [Key: Int] = [:]
    private var languages: Set<LanguageTag>
    private var variantMetadata: [Int: MetadataJoin] = [:]
    private var contexts = TranslationPlaces([])
    /// Of the first of the others that has one.
    private var spareContext = Context()
    /// Variants that were taken, and texts that were given up.
    private(set) var taken = 0
    private(set) var dropped = 0

    init(_ unit: TranslationUnit, rule: Rule, usage: MetadataJoin.Usage) {
        joined = unit
        self.rule = rule
        self.usage = usage
        identity = UnitIdentity(unit)
        metadata = MetadataJoin(unit.attributes, unit.annotations, usage: usage)
        languages = Set(unit.variants.map(\.language))
        let known = TranslationPlaces(unit).lists
        for (variant, its) in zip(unit.variants, known) {
            let key = key(of: variant)
            if rule == .identical, let place = places[key] {
                takeMetadata(of: variant, at: place)
                contexts.add(its, at: place)
                continue
            }
            if places[key] == nil { places[key] = variants.count }
            variants.append(variant)
            contexts.append(its)
        }
    }

    mutating func take(_ other: TranslationUnit) {
        if let mine = identity?.variant.segment.text, let its = UnitIdentity(other)?.variant.segment.text, mine == its {
            joined.termLinks += other.termLinks
        }
        metadata.take(other.attributes, other.annotations)
        if spareContext.isEmpty { spareContext = other.context }
        for (variant, its) in zip(other.variants, TranslationPlaces(other).lists) {
            let key = key(of: variant)
            if let place = places[key] {
                takeMetadata(of: variant, at: place)
                contexts.add(its, at: place)
                continue
            }
            if rule == .metadataAlone { continue }
            if case .oneALanguage = rule, !languages.insert(variant.language).inserted {
                dropped += 1
                continue
            }
            places[key] = variants.count
            variants.append(variant)
            contexts.append(its)
            taken += 1
        }
    }

    /// The unit with all that it has taken.
    var unit: TranslationUnit {
        var unit = joined
        unit.attributes = metadata.attributes
        unit.annotations = metadata.annotations
        unit.variants = variants
        for (place, metadata) in variantMetadata {
            unit.variants[place].attributes = metadata.attributes
            unit.variants[place].annotations = metadata.annotations
        }
        // A variant that was taken must not become the source instead ("en" beside "en-US" in a unit said to be "en").
        if let identity, let now = UnitIdentity(unit), !now.isSame(as: identity) {
            unit.sourceLanguage = identity.variant.language
        }
        let source = unit.sourceIndex
        if unit.context.isEmpty, unit.variants.indices.allSatisfy({ $0 == source || !contexts.lists[$0].isEmpty }) {
            unit.context = spareContext
        }
        _ = contexts.write(into: &unit)
        return unit
    }

    private mutating func takeMetadata(of variant: Variant, at place: Int) {
        let mine = variants[place]
        variantMetadata[place, default: MetadataJoin(mine.attributes, mine.annotations, usage: usage)].take(
            variant.attributes, variant.annotations)
    }

    private func key(of variant: Variant) -> Key {
        switch rule {
        case .identical, .metadataAlone:
            Key(
                language: variant.language, text: variant.segment.text,
                codes: InlineCodeCoding.encode(variant.segment.codes))
        case .sameText(let folds), .oneALanguage(let folds):
            Key(language: variant.language, text: TextKey.key(of: variant.segment.text, folded: folds))
        }
    }
}
