internal import UnicodeText

/// What a column of a table holds.
enum TableColumn: Hashable {
    case language(LanguageTag)
    case id, subject, partOfSpeech, status, type, reliability, source, note, definition, flags
    /// Anything else, kept under its own name.
    case other(String)
    /// Passed over.
    case ignored

    /// The column of a name in a first row.
    init(named name: String) {
        if let known = Self.known(name) {
            self = known
        } else if let tag = LanguageTag(name), tag.language.utf8.count <= 3 {
            // A word of more than three letters is a name, not a language, unless it has a subtag.
            self = .language(tag)
        } else {
            self = .other(name)
        }
    }

    /// The column somebody asks for by a word; `nil` for a word that is neither a language nor a kind of column.
    init?(asked word: String) {
        if word.utf8.elementsEqual("-".utf8) {
            self = .ignored
        } else if word.utf8.starts(with: "x-".utf8), word.utf8.count > 2 {
            self = .other(String(word.dropFirst(2)))
        } else {
            self.init(named: word)
            if case .other = self { return nil }
        }
    }

    /// The word for it in a first row, and in messages.
    var name: String {
        switch self {
        case .language(let tag): tag.description
        case .other(let name): name
        case .ignored: "-"
        default: Self.words.first { $0.column == self }?.word ?? ""
        }
    }

    var language: LanguageTag? {
        if case .language(let tag) = self { tag } else { nil }
    }

    /// Kinds of columns for messages.
    static var kinds: String {
        var kinds: [String] = []
        for (word, column) in words where word.utf8.elementsEqual(column.name.utf8) { kinds.append(word) }
        return kinds.joined(separator: ", ")
    }

    /// The first word of each is the one that is written.
    private static let words: [(word: String, column: TableColumn)] = [
        ("id", .id), ("concept", .id), ("subject", .subject), ("domain", .subject), ("subject field", .subject),
        ("pos", .partOfSpeech), ("part of speech", .partOfSpeech), ("status", .status), ("type", .type),
        ("reliability", .reliability), ("source", .source), ("note", .note), ("notes", .note), ("comment", .note),
        ("definition", .definition), ("flags", .flags),
    ]

    private static func known(_ name: String) -> TableColumn? {
        let lower = name.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        return words.first { $0.word.utf8.elementsEqual(lower) }?.column
    }
}
