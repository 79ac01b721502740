import ArgumentParser
import Dragoman

struct MemoryMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Takes all units of another memory.",
        discussion: """
            dragoman memory merge colleague.db --memory desk.db
            dragoman memory merge colleague.db --mode add-variant --dry-run

            Units come with their notes, properties, context, origin, term links, dates and counts of use. The other memory is \
            only read; another program may be using it. All of it is one revision, which memory undo takes back.
            """)

    @Argument(help: "The other memory's file.")
    var other: String

    @Option(help: "When this memory has another translation: keep it, replace it, or add-variant.")
    var mode: ImportMode = .keep

    @Flag(help: "Change nothing; tell what would be done.")
    var dryRun = false

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let source = try SQLiteStore(path: other, access: .readOnly)
        let store = try memory.open()
        let out = try OutputFile(output.output)
        var progress = Progress(quiet: output.quiet || output.json)
        defer { progress.finish() }
        var read = 0
        let report = try store.merge(source, mode: mode, dryRun: dryRun, as: .byCommand("merge", note: other)) { _ in
            read += 1
            progress.update("\(other): \(read) units")
        }
        progress.finish()
        try MergePrinter.print(report, read: read, from: other, dryRun: dryRun, json: output.json, to: out)
        try out.finish()
    }
}
