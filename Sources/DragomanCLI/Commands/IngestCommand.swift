import ArgumentParser
import Dragoman

struct IngestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "The whole way: normalize, segment, find terms, store, report, export.",
        discussion: """
            dragoman ingest release.txt --to zh,fr --tmx out.tmx
            cat page.html | dragoman ingest - --to sw --untranslated --tmx out.tmx
            dragoman ingest release.txt --to fr --srx rules.srx --srx-mode add
            """)

    @Argument(help: "Press copy of any of the formats below, in any encoding. None or - for standard input.")
    var files: [String] = []

    @Option(help: "Languages wanted, with commas between.")
    var to: LanguageList

    @Option(help: "Write a TMX file with the translated segments and the terms.")
    var tmx: String?

    @Flag(help: "Write segments without a translation too, their term pairs as properties.")
    var untranslated = false

    @OptionGroup var copy: CopyOptions
    @OptionGroup var segmentation: SegmentationOptions
    @OptionGroup var glossaries: GlossaryOptions
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if untranslated, tmx == nil { throw ValidationError("--untranslated goes with --tmx FILE") }
    }

    func run() async throws {
        let console = output.console
        let inputs = try InputFile.named(files)
        let desk = PressDesk(
            shelf: try glossaries.shelf(console),
            options: .init(
                language: copy.language, targets: to.languages, encoding: copy.encoding, format: copy.from?.format,
                sentences: try segmentation.rules(newlines: .paragraph, console)))
        // Made before the memory is touched: a place that cannot be written must cost nothing.
        let exported = try tmx.map { try OutputFile($0) }
        let printed = try OutputFile(output.output)
        let store = try memory.open()
        let ingest = Ingest(desk: desk, store: store)
        var failures = Failures(console)
        var reports: [IngestReport] = []
        let reader = PressReader(desk: desk, console: console, quiet: output.quiet || output.json)
        try await reader.run(inputs, &failures, { $0 }) { article in
            reports.append(try ingest.take(article, revision: .byCommand("ingest", note: article.name)))
        }
        if let exported, let first = reports.first {
            try export(reports, source: first.article.language, store: store, to: exported)
        }
        try IngestPrinter(targets: to.languages, isJSON: output.json).print(reports, to: printed)
        try printed.finish()
        try failures.finish()
    }

    private func export(
        _ reports: [IngestReport], source: LanguageTag, store: any Store, to file: OutputFile
    ) throws {
        var writer = try TMXWriter(
            options: .init(
                sourceLanguage: source, toolVersion: DragomanVersion.current, date: Timestamp.now.basicDescription)
        ) { try file.write($0) }
        try IngestExport(targets: to.languages, includesUntranslated: untranslated)
            .write(reports, from: store, to: &writer)
        try writer.finish()
        try file.finish()
    }
}
