public import UnicodeText

/// A change of one concept as somebody asks for it: `nil` leaves a field, an empty text takes it away.
public struct ConceptChange: Hashable, Sendable {
    public struct NamedTerm: Hashable, Sendable {
        public var language: LanguageTag
        public var text: UTF8Text

        public init(_ language: LanguageTag, _ text: UTF8Text) {
            self.language = language
            self.text = text
        }
    }

    /// A term that gets another text and keeps all that is said of it.
    public struct Rename: Hashable, Sendable {
        public var term: NamedTerm
        public var text: UTF8Text

        public init(_ term: NamedTerm, to text: UTF8Text) {
            self.term = term
            self.text = text
        }
    }

    public var subjectField: String?
    public var definition: String?
    public var note: String?
    public var isTranslatable: Bool?
    /// Terms that are to be there; what is said of terms is said of these and of renamed ones.
    public var terms: [NamedTerm] = []
    public var renames: [Rename] = []
    public var dropped: [NamedTerm] = []
    public var status: TermStatus?
    public var type: TermType?
    public var partOfSpeech: String?
    public var source: String?
    public var reliability: Int?
    public var flags: TermFlags?

    public init() {}

    /// Whether something is said of terms.
    public var hasTermFields: Bool {
        status != nil || type != nil || partOfSpeech != nil || source != nil || reliability != nil || flags != nil
    }

    /// Changes a concept, or leaves it as it is and throws.
    public func apply(to concept: inout Concept) throws(ConceptChangeError) {
        var changed = concept
        Self.set(&changed.subjectField, subjectField)
        Self.set(&changed.definition, definition)
        Self.set(&changed.note, note)
        if let isTranslatable { changed.isTranslatable = isTranslatable }
        for rename in renames { try self.rename(rename.term, to: rename.text, in: &changed) }
        for term in dropped { try drop(term, in: &changed) }
        for term in terms { try add(term, in: &changed) }
        let named = terms + renames.map { NamedTerm($0.term.language, $0.text) }
        guard !named.isEmpty || !hasTermFields else { throw .noTermNamed }
        for term in named { try setFields(of: term, in: &changed) }
        changed.sections.removeAll { $0.terms.isEmpty }
        guard !changed.sections.isEmpty else { throw .noTermLeft }
        concept = changed
    }

    private func rename(
        _ term: NamedTerm, to text: UTF8Text, in concept: inout Concept
    ) throws(ConceptChangeError) {
        let (section, index) = try Self.place(of: term, in: concept)
        guard !text.isEmpty else { throw .emptyTerm(term.language) }
        if concept.sections[section].terms.contains(where: { $0.text == text }) {
            throw .exists(NamedTerm(term.language, text))
        }
        concept.sections[section].terms[index].text = text
    }

    private func drop(_ term: NamedTerm, in concept: inout Concept) throws(ConceptChangeError) {
        let (section, index) = try Self.place(of: term, in: concept)
        concept.sections[section].terms.remove(at: index)
    }

    /// A second preferred term of a language would be none: it is admitted unless somebody says otherwise.
    private func add(_ term: NamedTerm, in concept: inout Concept) throws(ConceptChangeError) {
        guard !term.text.isEmpty else { throw .emptyTerm(term.language) }
        guard let section = concept.sections.firstIndex(where: { $0.language == term.language }) else {
            concept.sections.append(.init(language: term.language, terms: [Term(term.text)]))
            return
        }
        let known = concept.sections[section].terms
        guard !known.contains(where: { $0.text == term.text }) else { return }
        let status: TermStatus = known.contains { $0.status == .preferred } ? .admitted : .preferred
        concept.sections[section].terms.append(Term(term.text, status: status))
    }

    private func setFields(of term: NamedTerm, in concept: inout Concept) throws(ConceptChangeError) {
        let (section, index) = try Self.place(of: term, in: concept)
        var changed = concept.sections[section].terms[index]
        if let status { changed.status = status }
        if let type { changed.type = type }
        if let flags { changed.flags = flags }
        if let reliability { changed.reliability = reliability }
        Self.set(&changed.partOfSpeech, partOfSpeech)
        Self.set(&changed.source, source)
        concept.sections[section].terms[index] = changed
        guard status == .preferred else { return }
        // There is one preferred term of a language.
        for other in concept.sections[section].terms.indices
        where other != index && concept.sections[section].terms[other].status == .preferred {
            let isNamed = terms.contains(NamedTerm(term.language, concept.sections[section].terms[other].text))
            if !isNamed { concept.sections[section].terms[other].status = .admitted }
        }
    }

    private static func place(
        of term: NamedTerm, in concept: Concept
    ) throws(ConceptChangeError) -> (section: Int, term: Int) {
        guard let section = concept.sections.firstIndex(where: { $0.language == term.language }),
            let index = concept.sections[section].terms.firstIndex(where: { $0.text == term.text })
        else { throw .noSuchTerm(term) }
        return (section, index)
    }

    private static func set(_ field: inout String?, _ value: String?) {
        guard let value else { return }
        field = value.isEmpty ? nil : value
    }
}
