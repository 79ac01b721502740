import ArgumentParser
import Dragoman

struct MemoryHistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "What was done to a memory, newest first, or to one unit, oldest first.",
        discussion: """
            dragoman memory history
            dragoman memory history --unit 42
            dragoman memory history --unit 42 --at 17
            """)

    @Option(help: "The number of a unit.")
    var unit: Int64?

    @Option(help: "With --unit: the unit as it was after this revision.")
    var at: Int64?

    @Option(help: "Most revisions to show; 0 for all.")
    var limit = 20

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit wants a number from 0 up") }
        if at != nil, unit == nil { throw ValidationError("--at goes with --unit") }
    }

    func run() throws {
        let store = try memory.openExisting()
        let out = try OutputFile(output.output)
        var found = true
        if let unit, let at {
            let state = try store.unit(id: unit, asOf: at)
            found = state != nil
            try print(state.map { [$0] } ?? [], to: out, json: HistoryPrinter.json, text: HistoryPrinter.print)
        } else if let unit {
            let changes = try store.history(of: unit)
            found = !changes.isEmpty
            try print(changes, to: out, json: HistoryPrinter.json, text: HistoryPrinter.print)
        } else {
            let revisions = try store.revisions(limit: limit)
            try print(revisions, to: out, json: HistoryPrinter.json, text: HistoryPrinter.print)
        }
        try out.finish()
        if !found { throw ExitCode(1) }
    }

    private func print<Element>(
        _ elements: [Element], to out: OutputFile, json: (Element, inout JSONWriter) -> Void,
        text: (Element, OutputFile) throws -> Void
    ) throws {
        guard output.json else { return try elements.forEach { try text($0, out) } }
        var writer = JSONWriter()
        writer.array { writer in for element in elements { json(element, &writer) } }
        writer.newline()
        try out.write(writer.bytes)
    }
}
