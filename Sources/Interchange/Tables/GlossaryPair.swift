internal import Terminology
internal import UnicodeText

/// A term and its translation, for formats that know no concepts.
struct GlossaryPair {
    let concept: Concept
    let source: Term
    let target: Term

    var comment: String { target.note ?? concept.note ?? concept.definition ?? "" }

    /// The pairs of a concept: its first term with all translations that may be used, its other terms with the first of
    /// them. A concept that is not to be translated has its terms as translations.
    static func pairs(of concept: Concept, from: LanguageTag, to: LanguageTag) -> [GlossaryPair] {
        let sources = usable(concept.terms(in: from))
        let targets = usable(concept.terms(in: to))
        if targets.isEmpty, !concept.isTranslatable {
            return sources.map { GlossaryPair(concept: concept, source: $0, target: $0) }
        }
        guard let first = sources.first, let best = targets.first else { return [] }
        return targets.map { GlossaryPair(concept: concept, source: first, target: $0) }
            + sources.dropFirst().map { GlossaryPair(concept: concept, source: $0, target: best) }
    }

    /// Preferred ones first.
    private static func usable(_ terms: [Term]) -> [Term] {
        terms.filter { $0.status == .preferred } + terms.filter { $0.status == .admitted }
    }
}
