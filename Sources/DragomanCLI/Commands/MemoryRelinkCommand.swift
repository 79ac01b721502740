import ArgumentParser
import Dragoman

struct MemoryRelinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relink",
        abstract: "Looks for the terms of the glossaries anew in the texts of a memory.",
        discussion: """
            dragoman memory relink
            dragoman memory relink --glossary house.tbx --origin old.tmx --dry-run

            Units know which terms their source texts hold: search --term, export --concept and --subject go by it. When a \
            glossary has changed, or units came from files that know nothing of terms, this brings the links up to date. Links \
            into glossaries that are not at hand stay. All of it is one revision, which memory undo takes back.
            """)

    @OptionGroup(title: "Which units") var origins: OriginOptions
    @OptionGroup var changes: ChangeOptions
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let linker = try TermLinker(origins.glossaries.shelf(output.console))
        let filter = try origins.filter(output.console)
        let store = try memory.openExisting(readOnly: false)
        let out = try OutputFile(output.output)
        var printer = RelinkPrinter(out, json: output.json, examples: changes.examples)
        var progress = Progress(quiet: output.quiet || output.json)
        defer { progress.finish() }
        var read = 0
        let report = try store.relink(
            where: filter, dryRun: changes.dryRun, as: changes.revision("relink"),
            links: { unit in
                read += 1
                progress.update("\(read) units")
                return try linker.links(of: unit)
            },
            each: { change in
                progress.finish()
                try printer.add(change)
            })
        progress.finish()
        try printer.finish(report, memory: memory.path, dryRun: changes.dryRun)
        try out.finish()
        if report.matched == 0 { throw ExitCode(1) }
    }
}
