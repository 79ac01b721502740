import ArgumentParser
import Dragoman

struct MemoryHistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "What was done to a memory, newest first, or to one unit, oldest first.",
        discussion: """
            dragoman memory history
            dragoman memory history --unit 42
            """)

    @Option(help: "The number of a unit.")
    var unit: Int64?

    @Option(help: "Most revisions to show; 0 for all.")
    var limit = 20

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit wants a number from 0 up") }
    }

    func run() throws {
        let store = try memory.openExisting()
        let out = try OutputFile(output.output)
        var writer = JSONWriter()
        var found = true
        if let unit {
            let changes = try store.history(of: unit)
            found = !changes.isEmpty
            writer.array { writer in for change in changes { HistoryPrinter.json(change, to: &writer) } }
            if !output.json { for change in changes { try HistoryPrinter.print(change, to: out) } }
        } else {
            let revisions = try store.revisions(limit: limit)
            writer.array { writer in for revision in revisions { HistoryPrinter.json(revision, to: &writer) } }
            if !output.json { for revision in revisions { try HistoryPrinter.print(revision, to: out) } }
        }
        writer.newline()
        if output.json { try out.write(writer.bytes) }
        try out.finish()
        if !found { throw ExitCode(1) }
    }
}
