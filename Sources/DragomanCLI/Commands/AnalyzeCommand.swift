import ArgumentParser
import Dragoman

struct AnalyzeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "How much of some copy the memory knows: segments, words and characters by band of match.",
        discussion: """
            dragoman analyze *.txt --to fr
            dragoman analyze *.html --to sw --format csv -o analysis.csv

            Each segment counts in one band: context (101 and 102), repetition, 100, 95-99, 85-94, 75-84, 50-74, or internal \
            where another segment further up in the files is more like it than any in the memory. Characters are code \
            points without white space.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json, csv
    }

    @Argument(help: "Press copy of any of the formats below, in any encoding. None or - for standard input.")
    var files: [String] = []

    @Option(help: "Language wanted.")
    var to: LanguageTag

    @Option(help: "Format; by the ending of the output's name if not given, else a table.")
    var format: Format?

    @Flag(help: "A repetition that the memory knows to the letter counts as 100.")
    var exactFirst = false

    @OptionGroup var reuse: ReuseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if output.json, let format, format != .json { throw ValidationError("--json and --format do not agree") }
    }

    func run() async throws {
        let console = output.console
        let inputs = try InputFile.named(files)
        let desk = try reuse.desk(to: to, try reuse.glossaries.shelf(console), console)
        let memories = try reuse.memories.memories()
        let out = try OutputFile(output.output)
        var failures = Failures(console)
        var articles: [PressArticle] = []
        let format = output.json ? .json : format ?? Self.format(of: output.output)
        let reader = PressReader(desk: desk, console: console, quiet: output.quiet || output.json)
        try await reader.run(inputs, &failures, { $0 }) { articles.append($0) }
        let reports = try await Analysis(memories: memories, to: to, putsExactFirst: exactFirst).reports(articles)
        switch format {
        case .table: try AnalysisPrinter.table(reports, to: out)
        case .json: try out.write(AnalysisPrinter.json(reports, target: to))
        case .csv: try AnalysisPrinter.csv(reports, to: out)
        }
        try out.finish()
        try failures.finish()
    }

    private static func format(of path: String?) -> Format {
        for (ending, format) in [("csv", Format.csv), ("json", .json)] where path?.hasSuffix("." + ending) == true {
            return format
        }
        return .table
    }
}
