public import UnicodeText

/// One meaning, and the terms for it in each language.
public struct Concept: Hashable, Sendable {
    /// The terms of one language, the preferred one first where the term base says which.
    public struct Section: Hashable, Sendable {
        public var language: LanguageTag
        public var terms: [Term]
        public var other: [DataCategory]

        public init(language: LanguageTag, terms: [Term], other: [DataCategory] = []) {
            self.language = language
            self.terms = terms
            self.other = other
        }
    }

    /// Unique in its glossary.
    public var id: String
    public var subjectField: String?
    public var definition: String?
    public var note: String?
    /// `false` where the term stays as it is in every language: a brand, the name of a ship.
    public var isTranslatable: Bool
    /// In the order of the term base.
    public var sections: [Section]
    public var other: [DataCategory]

    public init(
        id: String, subjectField: String? = nil, definition: String? = nil, note: String? = nil,
        isTranslatable: Bool = true, sections: [Section] = [], other: [DataCategory] = []
    ) {
        self.id = id
        self.subjectField = subjectField
        self.definition = definition
        self.note = note
        self.isTranslatable = isTranslatable
        self.sections = sections
        self.other = other
    }

    /// All terms for a language: those of the tag itself, else of the nearest one it falls back to, else of a
    /// more special one (`pt-BR` for `pt`).
    public func terms(in language: LanguageTag) -> [Term] {
        for tag in language.fallbacks {
            if let section = sections.first(where: { $0.language == tag }) { return section.terms }
        }
        return sections.first { language.covers($0.language) }?.terms ?? []
    }

    /// The term to use in a language: the preferred one, else the first admitted one. Of a concept that is not to be
    /// translated and has none in the language, the term of its first language.
    public func preferredTerm(in language: LanguageTag) -> Term? {
        var terms = terms(in: language)
        if terms.isEmpty, !isTranslatable { terms = sections.first?.terms ?? [] }
        return terms.first { $0.status == .preferred } ?? terms.first { $0.status == .admitted }
    }

    public var languages: [LanguageTag] { sections.map(\.language) }
}
