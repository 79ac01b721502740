internal import Terminology
internal import UnicodeText

/// Writes concepts as entries.
enum TBXEntryWriter {
    static func write(_ concept: Concept, _ output: inout TBXOutput) throws {
        let sections = concept.sections.compactMap { section -> Concept.Section? in
            var section = section
            section.terms.removeAll { $0.text.isEmpty }
            return section.terms.isEmpty ? nil : section
        }
        guard !sections.isEmpty else { return }
        let id = concept.id.isEmpty ? [] : [["id", concept.id]]
        try output.open(
            output.names.entry, id + TBXOtherEntries(concept.other).attributes(of: "conceptEntry"))
        try writeHead(of: concept, &output)
        for section in sections { try write(section, &output) }
        try output.close(output.names.entry)
    }

    /// What is said of the concept.
    static func writeHead(of concept: Concept, _ output: inout TBXOutput) throws {
        let entries = TBXOtherEntries(concept.other)
        let fields = [
            TBXField("descrip", "subjectField", concept.subjectField),
            TBXField("descrip", "definition", concept.definition),
            TBXField("descrip", "Translation needed", concept.isTranslatable ? nil : "No", isOurs: true),
            TBXField("note", "", concept.note),
        ]
        try entries.write(fields, &output)
        try entries.writeRest(fields, &output)
    }

    static func write(_ section: Concept.Section, _ output: inout TBXOutput) throws {
        let entries = TBXOtherEntries(section.other)
        try output.open(
            output.names.languageSection,
            [["xml:lang", section.language.description]] + entries.attributes(of: "langSec"))
        try entries.writeRest([], &output)
        for term in section.terms { try write(term, &output) }
        try output.close(output.names.languageSection)
    }

    static func write(_ term: Term, _ output: inout TBXOutput) throws {
        var entries = TBXOtherEntries(term.other)
        let restated = entries.restate(term)
        try output.open(output.names.termSection, entries.attributes(of: "termSec"))
        try output.element("term", entries.attributes(of: "term"), value: term.text)
        let hasStatus = term.status != .preferred && !restated.status
        let hasType = term.type != .full && !restated.type
        let code = restated.reliability ? nil : term.reliability
        let notes = [
            TBXField("termNote", "partOfSpeech", term.partOfSpeech),
            TBXField("termNote", "administrativeStatus", hasStatus ? TBXValues.text(term.status) : nil),
            TBXField("termNote", "termType", hasType ? TBXValues.text(term.type) : nil),
        ]
        let fields = [
            TBXField("descrip", "context", term.context), TBXField("admin", "source", term.source),
            TBXField("note", "", code.map { TBXValues.note(reliability: $0) }, isOurs: true),
            TBXField("note", "", term.flags.isEmpty ? nil : TBXValues.note(flags: term.flags), isOurs: true),
            TBXField("note", "", term.note),
        ]
        // The schema wants what describes the term before all else.
        try entries.write(notes, &output)
        try entries.writeRest(notes, &output) { $0.utf8.starts(with: "termNote".utf8) }
        try entries.write(fields, &output)
        try entries.writeRest(fields, &output) { !$0.utf8.starts(with: "termNote".utf8) }
        try output.close(output.names.termSection)
    }
}
