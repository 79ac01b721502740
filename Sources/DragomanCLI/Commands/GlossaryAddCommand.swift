import ArgumentParser
import Dragoman

struct GlossaryAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a concept to a glossary file.",
        discussion: """
            dragoman glossary add terms.tbx --term en="digital economy" --term fr="économie numérique" --subject economy
            dragoman glossary add terms.csv --term en=WHO --flags case,exact --do-not-translate

            The file is TBX or a table, and is made if it is not there. All other bytes of it stay as they are. A table \
            needs a column for everything that is said.
            """)

    @Argument(help: "The glossary file: .tbx, .csv, .tsv or .txt.")
    var file: String

    @OptionGroup var concept: ConceptOptions

    @Option(help: "The concept's id; made of the first term if not given.")
    var id: String?

    @Flag(help: "Add it though a concept with the first term is there.")
    var another = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if concept.term.isEmpty { throw ValidationError("a concept has a term at least: --term en=TEXT") }
        if let id, id.isEmpty || id.utf8.contains(where: { $0 <= 0x20 }) {
            throw ValidationError("an id without blanks, please")
        }
    }

    func run() throws {
        var added = Concept(id: "")
        let change = concept.change
        do throws(ConceptChangeError) { try change.apply(to: &added) } catch {
            throw Diagnostic(.error, code: "glossary.change", file: file, message: error.description)
        }
        let first = change.terms[0]
        try GlossaryEdit.run(
            file,
            makesFile: {
                let empty = Glossary(name: GlossaryFile.name(of: file))
                added.id = id ?? empty.freshID(for: first.text)
                return try newFile(added)
            }, console: output.console
        ) { document in
            if !another, let known = document.glossary.concept(with: first) {
                throw Diagnostic(
                    .error, code: "glossary.known-term", file: file,
                    message: "the concept \(known.id) has the term \"\(first.text)\" already",
                    hint: "glossary edit changes it; --another adds a concept of its own")
            }
            if let id, document.glossary.concepts.contains(where: { $0.id.utf8.elementsEqual(id.utf8) }) {
                throw Diagnostic(.error, code: "glossary.known-id", file: file, message: "the id \(id) is taken")
            }
            guard document.hasIDs else {
                if id == nil { return try document.adding(added) }
                throw Diagnostic(
                    .error, code: "glossary.no-ids", file: file, message: "the table has no column \"id\"",
                    hint: "add it to the first row")
            }
            added.id = id ?? document.glossary.freshID(for: first.text)
            return try document.adding(added)
        }
        try GlossaryEdit.report("added", added, output)
    }

    private func newFile(_ concept: Concept) throws -> [UInt8] {
        let glossary = Glossary(name: GlossaryFile.name(of: file), concepts: [concept])
        var bytes: [UInt8] = []
        if file.hasSuffix(".tbx") {
            try TBXWriter.write(glossary) { bytes += $0 }
            return bytes
        }
        guard [".csv", ".tsv", ".txt"].contains(where: { file.hasSuffix($0) }) else {
            throw Diagnostic(
                .error, code: "glossary.format", file: file, message: "the name does not say what file to make",
                hint: "a name in .tbx, .csv, .tsv or .txt")
        }
        let separator: TableSeparator = file.hasSuffix(".csv") ? .comma : .tab
        return try GlossaryTableDocument.newTable(of: concept, separator: separator)
    }
}

extension Glossary {
    fileprivate func concept(with term: ConceptChange.NamedTerm) -> Concept? {
        concepts.first { concept in
            concept.sections.contains { section in
                section.language == term.language && section.terms.contains { $0.text == term.text }
            }
        }
    }
}
