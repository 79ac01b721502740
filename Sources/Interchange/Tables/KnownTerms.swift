internal import Terminology
internal import UnicodeText

/// Which terms the sections of a table's concepts have. Few are looked through; a set is kept of many, for a table may
/// say that all its rows are one concept.
struct KnownTerms {
    private struct Key: Hashable {
        let concept: Int
        let language: LanguageTag
        let text: UTF8Text
    }

    private var known: Set<Key> = []
    private static let few = 16

    /// Whether a term is none of the section's terms; the caller then appends it.
    mutating func insert(_ text: UTF8Text, _ language: LanguageTag, of concept: Int, _ terms: [Term]) -> Bool {
        guard terms.count >= Self.few else { return !terms.contains { $0.text == text } }
        if terms.count == Self.few {
            for term in terms { known.insert(Key(concept: concept, language: language, text: term.text)) }
        }
        return known.insert(Key(concept: concept, language: language, text: text)).inserted
    }
}
