internal import Terminology
internal import UnicodeText

/// A glossary out of pairs of terms, as formats give them that know no concepts: pairs of one source are one concept.
struct GlossaryPairs {
    private(set) var glossary: Glossary
    private var places: [Key: Int] = [:]
    private var known: Set<[UTF8Text]> = []

    private struct Key: Hashable {
        let language: LanguageTag
        let text: UTF8Text
    }

    init(name: String) { glossary = Glossary(name: name) }

    /// Adds a pair; one that was there before is passed over.
    ///
    /// - Parameters:
    ///   - target: empty where there is none.
    ///   - comment: kept as the note of the target's term, or of the concept where there is no target.
    mutating func add(
        _ source: UTF8Text, _ from: LanguageTag, _ target: UTF8Text, _ to: LanguageTag, comment: UTF8Text? = nil
    ) {
        let key = Key(language: from, text: source)
        let place = places[key] ?? glossary.concepts.count
        if place == glossary.concepts.count {
            places[key] = place
            glossary.concepts.append(
                Concept(id: "\(place + 1)", sections: [.init(language: from, terms: [Term(source)])]))
        }
        let note = comment.flatMap { $0.isEmpty ? nil : $0.description }
        guard !target.isEmpty else {
            glossary.concepts[place].note = glossary.concepts[place].note ?? note
            return
        }
        guard known.insert([UTF8Text(from.description), source, UTF8Text(to.description), target]).inserted else {
            return
        }
        let term = Term(target, note: note)
        if let section = glossary.concepts[place].sections.firstIndex(where: { $0.language == to }) {
            glossary.concepts[place].sections[section].terms.append(term)
        } else {
            glossary.concepts[place].sections.append(.init(language: to, terms: [term]))
        }
    }
}
