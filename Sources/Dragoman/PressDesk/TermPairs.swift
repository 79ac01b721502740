public import Terminology
public import TranslationMemory
public import UnicodeText

/// A term as a unit of its own, and as a property of the segments it stands in.
public enum TermPairs {
    /// A unit of kind `phrase`: the term and its preferred forms in the languages that have one.
    ///
    /// - Returns: `nil` when no target has one.
    public static func unit(
        _ concept: Concept, term: Term, link: String, source: LanguageTag, targets: [LanguageTag]
    ) -> TranslationUnit? {
        let variants = targets.compactMap { target in
            concept.preferredTerm(in: target).map { Variant(language: target, segment: InlineText($0.text)) }
        }
        guard !variants.isEmpty else { return nil }
        var annotations = [Annotation.property("x-concept", link)]
        if let subject = concept.subjectField { annotations.append(.property("x-subject", subject)) }
        return TranslationUnit(
            kind: .phrase, sourceLanguage: source,
            variants: [Variant(language: source, segment: InlineText(term.text))] + variants, annotations: annotations,
            origin: Origin(.glossary, name: link))
    }

    /// One property a pair: type `x-term-fr`, text `digital economy = économie numérique`.
    public static func properties(
        _ terms: [(term: UTF8Text, concept: Concept)], targets: [LanguageTag]
    ) -> [Annotation] {
        var seen: Set<UTF8Text> = []
        var properties: [Annotation] = []
        for (term, concept) in terms where seen.insert(term).inserted {
            for target in targets {
                guard let pair = concept.preferredTerm(in: target) else { continue }
                properties.append(.property("x-term-\(target)", "\(term) = \(pair.text)"))
            }
        }
        return properties
    }
}
