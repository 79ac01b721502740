internal import Terminology
internal import UnicodeText

/// A row of a glossary table as terms and what is said of them.
struct GlossaryRow {
    var id: UTF8Text?
    var terms: [(language: LanguageTag, text: UTF8Text)] = []
    private var subject: String?
    private var definition: String?
    private var note: String?
    private var source: String?
    private var partOfSpeech: String?
    private var status = TermStatus.preferred
    private var type = TermType.full
    private var reliability: Int?
    private var flags: TermFlags = []
    private var isTranslatable = true
    private var other: [DataCategory] = []

    /// What a column `flags` says of the concept beside the words of `TermFlags`.
    static let doNotTranslate = "do-not-translate"

    init(_ row: TableRow, _ header: TableHeader, file: String?) throws(Diagnostic) {
        for (index, (column, cell)) in zip(header.columns, row.cells).enumerated() {
            let text = cell.trimmed
            guard !text.isEmpty else { continue }
            func wrong(_ what: String, _ hint: String) -> Diagnostic {
                Diagnostic(
                    .error, code: "table.value", file: file, line: row.line,
                    message: "\(header.name(of: index)): \"\(text)\" is no \(what)", hint: hint)
            }
            switch column {
            case .language(let language): terms.append((language, text))
            case .id: id = text
            case .subject: subject = text.description
            case .definition: definition = text.description
            case .note: note = text.description
            case .source: source = text.description
            case .partOfSpeech: partOfSpeech = text.description
            case .status:
                guard let value = TBXValues.status(text.bytes) else {
                    throw wrong("status", "preferred, admitted, deprecated, forbidden or proposed")
                }
                status = value
            case .type:
                guard let value = TBXValues.type(text.bytes) else {
                    throw wrong("type of term", "full, acronym, abbreviation or variant")
                }
                type = value
            case .reliability:
                guard let value = TBXValues.reliability(text.bytes) else {
                    throw wrong("reliability", "a number of 1 to 10")
                }
                reliability = value
            case .flags:
                guard let value = Self.flags(text) else {
                    throw wrong("flag", "exact, case, prefix or \(Self.doNotTranslate), with blanks between")
                }
                (flags, isTranslatable) = value
            case .ignored: break
            case .other(let name):
                other.append(DataCategory(element: "descrip", type: name, value: text.description))
            }
        }
    }

    static func flags(_ text: UTF8Text) -> (TermFlags, isTranslatable: Bool)? {
        var words = text.bytes.split(whereSeparator: { $0 == 0x20 || $0 == UInt8(ascii: ",") })
        let count = words.count
        words.removeAll { $0.elementsEqual(doNotTranslate.utf8) }
        guard let flags = TermFlags(words: UTF8Text(unchecked: words.joined(separator: [0x20]))) else { return nil }
        return (flags, words.count == count)
    }

    static func text(_ flags: TermFlags, isTranslatable: Bool) -> String {
        [flags.words, isTranslatable ? "" : doNotTranslate].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Adds the row's terms to a concept; what the concept says already stays, and tables of pairs say a term once for
    /// each of its translations.
    func add(to concept: inout Concept, at index: Int, _ known: inout KnownTerms) {
        concept.subjectField = concept.subjectField ?? subject
        concept.definition = concept.definition ?? definition
        concept.note = concept.note ?? note
        concept.isTranslatable = concept.isTranslatable && isTranslatable
        concept.other += other
        for (language, text) in terms {
            let place = concept.sections.firstIndex { $0.language == language }
            // No name for the terms, which would have them copied when one is appended.
            guard known.insert(text, language, of: index, place.map { concept.sections[$0].terms } ?? []) else {
                continue
            }
            let term = Term(
                text, status: status, type: type, partOfSpeech: partOfSpeech, reliability: reliability, source: source,
                flags: flags)
            if let place {
                concept.sections[place].terms.append(term)
            } else {
                concept.sections.append(Concept.Section(language: language, terms: [term]))
            }
        }
    }
}
