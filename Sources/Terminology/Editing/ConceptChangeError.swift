public import UnicodeText

/// Why a concept cannot be changed as somebody asks.
public enum ConceptChangeError: Error, Hashable, CustomStringConvertible {
    case noSuchTerm(ConceptChange.NamedTerm)
    case exists(ConceptChange.NamedTerm)
    case emptyTerm(LanguageTag)
    case noTermNamed
    case noTermLeft

    public var description: String {
        switch self {
        case .noSuchTerm(let term): "the concept has no term \"\(term.text)\" in \(term.language)"
        case .exists(let term): "the concept has the term \"\(term.text)\" in \(term.language) already"
        case .emptyTerm(let language): "the term in \(language) is empty"
        case .noTermNamed: "it is not said which terms are meant"
        case .noTermLeft: "the concept would have no term"
        }
    }
}
