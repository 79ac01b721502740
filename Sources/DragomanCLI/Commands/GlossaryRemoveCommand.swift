import ArgumentParser
import Dragoman

struct GlossaryRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take a concept out of a glossary file.",
        discussion: """
            dragoman glossary remove terms.tbx digital-economy
            """)

    @Argument(help: "The glossary file, TBX or a table.")
    var file: String

    @Argument(
        help: ArgumentHelp("The concept's id, or a term that no other concept has.", valueName: "concept"))
    var concept: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        var removed = Concept(id: "")
        try GlossaryEdit.run(file, console: output.console) { document in
            let place = try GlossaryEdit.place(of: concept, in: document, file: file)
            removed = document.glossary.concepts[place]
            return try document.removing(place)
        }
        try GlossaryEdit.report("removed", removed, output)
    }
}
