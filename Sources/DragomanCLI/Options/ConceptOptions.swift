import ArgumentParser
import Dragoman

/// What is said of a concept and of the terms that a command names.
struct ConceptOptions: ParsableArguments {
    enum Translation: String, EnumerableFlag {
        case doNotTranslate, translate
    }

    @Option(help: ArgumentHelp("A term, fr=TEXT; may be repeated.", valueName: "language=text"))
    var term: [TermArgument] = []

    @Option(help: "The concept's subject field; an empty text takes it away, here as below.")
    var subject: String?

    @Option(help: "The concept's definition.")
    var definition: String?

    @Option(help: "A note on the concept.")
    var note: String?

    @Option(help: "Status of the terms named here: preferred, admitted, deprecated, forbidden or proposed.")
    var status: TermStatus?

    @Option(help: "Type of the terms named here: full, acronym, abbreviation or variant.")
    var type: TermType?

    @Option(name: .customLong("pos"), help: "Part of speech of the terms named here: noun, verb …")
    var partOfSpeech: String?

    @Option(help: "Where the terms named here are from.")
    var source: String?

    @Option(help: "How far the terms named here are verified, 1 (not) to 10.")
    var reliability: Int?

    @Option(
        help: """
            How the terms named here are found, with commas between: exact (no inflected forms), case (capitals count), \
            prefix (longer words may begin so), or none of these.
            """)
    var flags: FlagsArgument?

    @Flag(help: "Whether the concept's term stays as it is in other languages.")
    var translation: Translation?

    var change: ConceptChange {
        var change = ConceptChange()
        change.terms = term.map(\.term)
        change.subjectField = subject
        change.definition = definition
        change.note = note
        change.status = status
        change.type = type
        change.partOfSpeech = partOfSpeech
        change.source = source
        change.reliability = reliability
        change.flags = flags?.flags
        change.isTranslatable = translation.map { $0 == .translate }
        return change
    }

    func validate() throws {
        if let reliability, !(1...10).contains(reliability) {
            throw ValidationError("--reliability is a number of 1 to 10")
        }
    }
}

/// `fr=économie numérique`.
struct TermArgument: ExpressibleByArgument {
    let term: ConceptChange.NamedTerm

    init?(argument: String) {
        guard let pair = NamedValue(argument: argument), let language = LanguageTag(pair.name) else { return nil }
        let text = UTF8Text(pair.value).trimmed
        guard !text.isEmpty else { return nil }
        term = ConceptChange.NamedTerm(language, text)
    }
}

/// `fr=old text => new text`.
struct RenameArgument: ExpressibleByArgument {
    let rename: ConceptChange.Rename

    init?(argument: String) {
        guard let pair = NamedValue(argument: argument), let language = LanguageTag(pair.name) else { return nil }
        let value = Array(pair.value.utf8)
        guard value.count > 2,
            let arrow = (0..<value.count - 1).first(where: { value[$0] == 0x3D && value[$0 + 1] == 0x3E })
        else { return nil }
        let old = UTF8Text(unchecked: value[..<arrow]).trimmed
        let new = UTF8Text(unchecked: value[(arrow + 2)...]).trimmed
        guard !old.isEmpty, !new.isEmpty else { return nil }
        rename = ConceptChange.Rename(ConceptChange.NamedTerm(language, old), to: new)
    }
}

/// `exact,case`, or `none`.
struct FlagsArgument: ExpressibleByArgument {
    let flags: TermFlags

    init?(argument: String) {
        guard let flags = argument == "none" ? [] : TermFlags(words: UTF8Text(argument)) else { return nil }
        self.flags = flags
    }
}
