internal import UnicodeText

extension BlobWriter {
    /// A concept; languages as their numbers in a table.
    mutating func concept(_ concept: Concept, _ languages: [LanguageTag: Int]) {
        string(concept.id)
        optional(concept.subjectField)
        optional(concept.definition)
        optional(concept.note)
        number(concept.isTranslatable ? 1 : 0)
        list(concept.sections) { writer, section in
            writer.number(languages[section.language] ?? 0)
            writer.list(section.terms) { $0.term($1) }
            writer.list(section.other) { $0.category($1) }
        }
        list(concept.other) { $0.category($1) }
    }

    private mutating func term(_ term: Term) {
        text(term.text)
        number(TermStatus.allCases.firstIndex(of: term.status) ?? 0)
        number(TermType.allCases.firstIndex(of: term.type) ?? 0)
        number(Int(term.flags.rawValue))
        optional(term.partOfSpeech)
        number(term.reliability == nil ? 0 : 1)
        if let reliability = term.reliability { number(reliability) }
        optional(term.source)
        optional(term.note)
        optional(term.context)
        list(term.other) { $0.category($1) }
    }

    mutating func category(_ category: DataCategory) {
        string(category.element)
        string(category.type)
        string(category.value)
        list(category.attributes) { writer, pair in writer.list(pair) { $0.string($1) } }
    }
}
