import ArgumentParser
import Dragoman

struct GlossaryEditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Change a concept of a glossary file.",
        discussion: """
            dragoman glossary edit terms.tbx digital-economy --term sw="uchumi wa kidijitali" --status proposed
            dragoman glossary edit terms.csv "digital economy" --rename "fr=économie digitale => économie numérique"
            dragoman glossary edit terms.tbx c17 --drop fr=mél --note ""

            --term names a term, and adds it if it is not there. All other concepts of the file stay byte for byte.
            """)

    @Argument(help: "The glossary file, TBX or a table.")
    var file: String

    @Argument(
        help: ArgumentHelp("The concept's id, or a term that no other concept has.", valueName: "concept"))
    var named: String

    @OptionGroup var concept: ConceptOptions

    @Option(help: ArgumentHelp("Another text for a term.", valueName: "language=old => new"))
    var rename: [RenameArgument] = []

    @Option(help: ArgumentHelp("Take a term away.", valueName: "language=text"))
    var drop: [TermArgument] = []

    @OptionGroup var output: OutputOptions

    private var change: ConceptChange {
        var change = concept.change
        change.renames = rename.map(\.rename)
        change.dropped = drop.map(\.term)
        return change
    }

    func validate() throws {
        let change = change
        if change == ConceptChange() { throw ValidationError("it is not said what to change") }
        if change.hasTermFields, change.terms.isEmpty, change.renames.isEmpty {
            throw ValidationError("it is not said which terms are meant: --term fr=TEXT")
        }
    }

    func run() throws {
        var result = (change: "", concept: Concept(id: ""))
        try GlossaryEdit.run(file, console: output.console) { document in
            let place = try GlossaryEdit.place(of: named, in: document, file: file)
            let before = document.glossary.concepts[place]
            var after = before
            do throws(ConceptChangeError) { try change.apply(to: &after) } catch {
                throw Diagnostic(
                    .error, code: "glossary.change", file: file, message: "\(before.id): \(error)",
                    hint: error == .noTermLeft ? "glossary remove takes the concept away" : nil)
            }
            guard after != before else {
                result = ("unchanged", before)
                return nil
            }
            result = ("changed", after)
            return try document.replacing(place, with: after)
        }
        try GlossaryEdit.report(result.change, result.concept, output)
    }
}
