import ArgumentParser
import Dragoman

struct MemoryDedupeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dedupe",
        abstract: "Makes units one that are duplicates of each other.",
        discussion: """
            dragoman memory dedupe --by both --dry-run
            dragoman memory dedupe --by source --keep most-used
            dragoman memory dedupe --by target --lang fr

            both     same source text and a translation that is the same: one unit stays and has all texts of the others
            source   same source text: one unit stays, with one text in each language
            target   same translation of different sources: told, and with --remove taken from all sources but one

            The unit that stays takes the notes, properties, attributes, context and term links of those that go. All of it \
            is one revision, which memory undo takes back.
            """)

    @Option(help: "What must be the same: source, target or both.")
    var by: DedupeOptions.Criterion

    @Option(help: "Which one stays: newest, oldest or most-used.")
    var keep: DedupeOptions.Preference = .newest

    @Flag(help: "Texts are the same, too, that differ in case and white space alone.")
    var fold = false

    @Option(help: "Compare translations in these languages only, with commas between (target and both).")
    var lang: LanguageList?

    @Flag(help: "With --by target: take the translation from all sources but one.")
    var remove = false

    @Option(help: "Most groups of duplicates to show; 0 for all.")
    var examples = 10

    @Flag(help: "Change nothing; tell what would be done.")
    var dryRun = false

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard examples >= 0 else { throw ValidationError("--examples wants a number from 0 up") }
        if remove, by != .target { throw ValidationError("--remove goes with --by target") }
        if lang != nil, by == .source { throw ValidationError("--lang goes with --by target and --by both") }
    }

    func run() throws {
        var options = DedupeOptions(by)
        options.preference = keep
        options.foldsTexts = fold
        options.languages = lang?.languages ?? []
        options.removesTargets = remove
        options.examples = examples
        let store = try memory.openExisting(readOnly: by == .target && !remove)
        let out = try OutputFile(output.output)
        var printer = DedupePrinter(out, json: output.json)
        var note = "by \(by.rawValue), \(keep.rawValue) kept"
        if fold { note += ", folded" }
        let report = try store.dedupe(
            options, dryRun: dryRun, as: .byCommand("dedupe", note: note), example: { try printer.add($0) })
        try printer.finish(
            report, memory: memory.path, dryRun: dryRun, changes: by != .target || remove)
        try out.finish()
    }
}
