internal import UnicodeText

/// A filter asked of a unit at hand. Knows no database; when a unit was changed it cannot tell.
struct UnitMatcher {
    private let filter: UnitFilter
    private let source: BytePattern?
    private let target: BytePattern?
    private let concepts: Set<UTF8Text>?
    /// Whether the filter asks for anything that `passesContent` looks at.
    let asksForContent: Bool

    init(_ filter: UnitFilter) {
        self.filter = filter
        source = filter.sourceText.map { BytePattern($0.bytes) }
        target = filter.targetText.map { BytePattern($0.bytes) }
        concepts = filter.concepts.map { Set($0.map { UTF8Text($0) }) }
        asksForContent =
            source != nil || target != nil || !filter.attributes.isEmpty || !filter.properties.isEmpty
            || filter.minimumUsage != nil || filter.maximumUsage != nil
    }

    /// All that the filter asks for but the dates.
    func passes(_ unit: TranslationUnit) -> Bool {
        func has(_ languages: [LanguageTag]) -> Bool {
            unit.variants.contains { variant in languages.contains { $0.covers(variant.language) } }
        }
        if !filter.ids.isEmpty, !filter.ids.contains(unit.id ?? 0) { return false }
        guard filter.allLanguages.allSatisfy({ has([$0]) }), filter.anyLanguage.isEmpty || has(filter.anyLanguage)
        else { return false }
        if let wanted = filter.sourceLanguage {
            guard let language = unit.sourceLanguage, wanted.covers(language) else { return false }
        }
        if !filter.kinds.isEmpty, !filter.kinds.contains(unit.kind) { return false }
        if !filter.originKinds.isEmpty, !filter.originKinds.contains(unit.origin.kind) { return false }
        if let wanted = filter.originName {
            guard let name = unit.origin.name, name.utf8.elementsEqual(wanted.utf8) else { return false }
        }
        if let concepts {
            guard unit.termLinks.contains(where: { concepts.contains(UTF8Text($0.concept)) }) else { return false }
        }
        return passesContent(unit)
    }

    /// What is asked of texts, attributes and properties. O(bytes of the unit).
    func passesContent(_ unit: TranslationUnit) -> Bool {
        guard asksForContent else { return true }
        if source != nil || target != nil {
            let place = unit.sourceIndex
            if let source {
                guard let place, source.occurs(in: unit.variants[place].segment.text) else { return false }
            }
            if let target {
                let isFound = unit.variants.indices.contains {
                    $0 != place && target.occurs(in: unit.variants[$0].segment.text)
                }
                guard isFound else { return false }
            }
        }
        if filter.minimumUsage != nil || filter.maximumUsage != nil {
            let usage = unit.usageCount
            if let least = filter.minimumUsage, usage < least { return false }
            if let most = filter.maximumUsage, usage > most { return false }
        }
        return filter.attributes.allSatisfy { wanted in
            Self.holds(wanted, unit.attributes) || unit.variants.contains { Self.holds(wanted, $0.attributes) }
        }
            && filter.properties.allSatisfy { wanted in
                Self.holds(wanted, unit.annotations) || unit.variants.contains { Self.holds(wanted, $0.annotations) }
            }
    }

    private static func holds(_ wanted: Attribute, _ attributes: [Attribute]) -> Bool {
        attributes.contains {
            $0.name.utf8.elementsEqual(wanted.name.utf8) && $0.value.utf8.elementsEqual(wanted.value.utf8)
        }
    }

    private static func holds(_ wanted: Attribute, _ annotations: [Annotation]) -> Bool {
        annotations.contains {
            $0.kind == .property && $0.type.utf8.elementsEqual(wanted.name.utf8)
                && $0.text.utf8.elementsEqual(wanted.value.utf8)
        }
    }
}

extension BytePattern {
    /// Whether the bytes occur in a text; nothing occurs everywhere.
    fileprivate func occurs(in text: UTF8Text) -> Bool { bytes.isEmpty || firstRange(in: text.bytes) != nil }
}
