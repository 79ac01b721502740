internal import Terminology
internal import UnicodeText

/// A concept as rows of a table that is there already, under its columns.
struct GlossaryTableRows {
    let header: TableHeader
    let file: String?

    /// What a row says of all its terms, as far as the table has columns for it.
    private struct Kind: Hashable {
        let status: TermStatus
        let type: TermType
        let partOfSpeech: String?
        let reliability: Int?
        let source: String?
        let flags: TermFlags
    }

    /// - Parameters:
    ///   - before: the concept as the old rows say it.
    /// - Returns: the cells of each row, as many as the table has columns.
    /// - Throws: a `Diagnostic` that names what the table has no column for.
    func rows(of concept: Concept, before: Concept?, over old: [TableRow]) throws(Diagnostic) -> [[UTF8Text]] {
        try check(concept)
        var kinds: [Kind] = []
        var terms: [Kind: [LanguageTag: [UTF8Text]]] = [:]
        for section in concept.sections {
            for term in section.terms {
                let kind = kind(term)
                if terms[kind] == nil { kinds.append(kind) }
                terms[kind, default: [:]][section.language, default: []].append(term.text)
            }
        }
        // A term that stands in several rows, once for each of its translations, stays there.
        let all = Set(
            concept.sections.flatMap { section in
                section.terms.map { [UTF8Text(section.language.description), $0.text] }
            })
        var rows: [[UTF8Text]] = []
        for kind in kinds {
            var left = (terms[kind] ?? [:]).mapValues { $0[...] }
            while left.values.contains(where: { !$0.isEmpty }) {
                let number = rows.count
                let row = number < old.count ? old[number] : nil
                rows.append(
                    header.columns.enumerated().map { index, column in
                        let was = row.flatMap { $0.cells.indices.contains(index) ? $0.cells[index].trimmed : nil }
                        if let language = column.language {
                            if let term = left[language]?.popFirst() { return term }
                            guard let was, all.contains([UTF8Text(language.description), was]) else {
                                return UTF8Text()
                            }
                            return was
                        }
                        return cell(column, was, kind, concept, before, isFirst: number == 0)
                    })
            }
        }
        guard rows.count < 2 || header.columns.contains(.id) else {
            throw Diagnostic(
                .error, code: "table.edit", file: file,
                message: "the concept would need \(rows.count) rows, which only a column \"id\" holds together",
                hint: "add a column id to the table, or keep the glossary as TBX")
        }
        return rows
    }

    private func kind(_ term: Term) -> Kind {
        Kind(
            status: term.status, type: term.type, partOfSpeech: term.partOfSpeech, reliability: term.reliability,
            source: term.source, flags: term.flags)
    }

    private func cell(
        _ column: TableColumn, _ was: UTF8Text?, _ kind: Kind, _ concept: Concept, _ before: Concept?, isFirst: Bool
    ) -> UTF8Text {
        /// What says something of the concept stands where it stood, and in its first row.
        func field(_ value: String?, _ old: String?) -> UTF8Text {
            if value == old, let was { return was }
            return isFirst || !(was?.isEmpty ?? true) ? UTF8Text(value ?? "") : UTF8Text()
        }
        /// A spelling of one's own stays while it means the same.
        func value<Value: Equatable>(_ value: Value, _ text: String, _ meaning: (UTF8Text) -> Value?) -> UTF8Text {
            if let was, meaning(was) == value { return was }
            return UTF8Text(text)
        }
        switch column {
        case .language, .ignored: return was ?? UTF8Text()
        case .other: return was ?? UTF8Text()
        case .id: return UTF8Text(concept.id)
        case .subject: return field(concept.subjectField, before?.subjectField)
        case .definition: return field(concept.definition, before?.definition)
        case .note: return field(concept.note, before?.note)
        case .partOfSpeech: return UTF8Text(kind.partOfSpeech ?? "")
        case .source: return UTF8Text(kind.source ?? "")
        case .reliability: return UTF8Text(kind.reliability.map { "\($0)" } ?? "")
        case .status:
            return value(kind.status, kind.status == .preferred ? "preferred" : kind.status.rawValue) {
                $0.isEmpty ? .preferred : TBXValues.status($0.bytes)
            }
        case .type:
            return value(kind.type, kind.type == .full ? "" : kind.type.rawValue) {
                $0.isEmpty ? .full : TBXValues.type($0.bytes)
            }
        case .flags:
            let text = GlossaryRow.text(kind.flags, isTranslatable: concept.isTranslatable)
            return value(UTF8Text(text), text) { was in
                GlossaryRow.flags(was).map { UTF8Text(GlossaryRow.text($0.0, isTranslatable: $0.isTranslatable)) }
            }
        }
    }

    /// Whether the table has columns for all the concept says.
    private func check(_ concept: Concept) throws(Diagnostic) {
        func want(_ column: TableColumn, _ isWanted: Bool) throws(Diagnostic) {
            guard isWanted, !header.columns.contains(column) else { return }
            throw Diagnostic(
                .error, code: "table.column", file: file, message: "the table has no column \"\(column.name)\"",
                hint: "add it to the first row; it has " + header.columns.map(\.name).joined(separator: ", "))
        }
        for section in concept.sections { try want(.language(section.language), true) }
        let terms = concept.sections.flatMap(\.terms)
        try want(.subject, concept.subjectField != nil)
        try want(.definition, concept.definition != nil)
        try want(.note, concept.note != nil)
        try want(.flags, !concept.isTranslatable || terms.contains { !$0.flags.isEmpty })
        try want(.status, terms.contains { $0.status != .preferred })
        try want(.type, terms.contains { $0.type != .full })
        try want(.partOfSpeech, terms.contains { $0.partOfSpeech != nil })
        try want(.reliability, terms.contains { $0.reliability != nil })
        try want(.source, terms.contains { $0.source != nil })
    }
}
