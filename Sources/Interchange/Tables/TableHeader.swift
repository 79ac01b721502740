internal import UnicodeText

/// The first row of a table: which column is what.
struct TableHeader {
    enum Column: Equatable {
        case language(LanguageTag)
        case id, subject, partOfSpeech, status, type, reliability, source, note, definition
        /// Anything else, kept under its own name.
        case other(String)
    }

    let columns: [Column]

    var languages: [LanguageTag] {
        columns.compactMap { if case .language(let tag) = $0 { tag } else { nil } }
    }

    init(_ row: TableRow, file: String?) throws(Diagnostic) {
        columns = row.cells.map { Self.column($0.trimmed.description) }
        guard columns.contains(where: { if case .language = $0 { true } else { false } }) else {
            throw Diagnostic(
                .error, code: "table.no-language", file: file, line: row.line,
                message: "the first row names no language",
                hint: "name the columns by language tags: en<TAB>fr")
        }
    }

    private static func column(_ name: String) -> Column {
        let lower = String(decoding: name.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
        switch lower {
        case "id", "concept": return .id
        case "subject", "domain", "subject field": return .subject
        case "pos", "part of speech": return .partOfSpeech
        case "status": return .status
        case "type": return .type
        case "reliability": return .reliability
        case "source": return .source
        case "note", "notes", "comment": return .note
        case "definition": return .definition
        default: break
        }
        // A word of more than three letters is a name, not a language, unless it has a subtag.
        if let tag = LanguageTag(name), tag.language.utf8.count <= 3 { return .language(tag) }
        return .other(name)
    }
}
