public import UnicodeText

/// What a finding is about.
public enum CheckCode: String, Hashable, Sendable, CaseIterable {
    case address, code, date, doubled, empty, end, number, placeable, protected, script, space, untranslated
    case inconsistentSegment = "inconsistent.segment"
    case inconsistentTerm = "inconsistent.term"
    case termForbidden = "term.forbidden"
    case termDeprecated = "term.deprecated"
    case termMissing = "term.missing"

    public var severity: Diagnostic.Severity {
        switch self {
        case .code, .placeable, .protected, .empty, .termForbidden: .error
        case .inconsistentTerm, .end, .space: .note
        default: .warning
        }
    }

    /// One line for lists of rules.
    public var summary: String {
        switch self {
        case .address: "A URL or e-mail address of the source is missing or changed."
        case .code: "Inline codes are missing, too many or others."
        case .date: "A date is another day in the translation."
        case .doubled: "A word stands twice."
        case .empty: "There is no translation."
        case .end: "The translation does not end with the mark of the source."
        case .number: "A number is missing or changed."
        case .placeable: "A placeholder is missing, changed or new."
        case .protected: "What is not to be translated was changed."
        case .script: "A word has look-alike letters of another script."
        case .space: "Blanks are missing or too many."
        case .untranslated: "The translation is the source itself."
        case .inconsistentSegment: "One segment has several translations."
        case .inconsistentTerm: "One term is translated with several terms."
        case .termForbidden: "A term is used that the glossary forbids."
        case .termDeprecated: "A term is used that the glossary calls deprecated."
        case .termMissing: "The glossary's term does not stand in the translation."
        }
    }
}
