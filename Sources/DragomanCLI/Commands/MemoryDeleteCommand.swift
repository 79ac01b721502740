import ArgumentParser
import Dragoman

struct MemoryDeleteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Deletes units of a memory.",
        discussion: """
            dragoman memory delete --unit 42,43
            dragoman memory delete --origin-kind machine --max-usage 0 --dry-run

            All of it is one revision, which memory undo takes back.
            """)

    @OptionGroup(title: "Which units") var filter: UnitFilterOptions
    @OptionGroup var changes: ChangeOptions
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let store = try memory.openExisting(readOnly: false)
        let out = try OutputFile(output.output)
        var printer = EditPrinter(out, json: output.json, examples: changes.examples)
        let report = try store.delete(
            where: try filter.filter(output.console), dryRun: changes.dryRun, as: changes.revision("delete"),
            each: { try printer.add($0) })
        try printer.finish(report, memory: memory.path, dryRun: changes.dryRun, deletes: true)
        try out.finish()
        if report.matched == 0 { throw ExitCode(1) }
    }
}
