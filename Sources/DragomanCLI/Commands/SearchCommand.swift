import ArgumentParser
import Dragoman

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Concordance: units of the memory in which a text occurs, in either language.",
        discussion: """
            dragoman search "digital economy"
            dragoman search numérique --lang fr --without économie
            """)

    @Argument(help: "Texts that must all occur.")
    var texts: [String]

    @Option(help: "Only in this language.")
    var lang: LanguageTag?

    @Option(help: "A text that must not occur; may be repeated.")
    var without: [String] = []

    @Flag(help: "Each word by itself, whole, in any order.")
    var words = false

    @Option(help: "Most units to print; 0 for all.")
    var limit = 50

    @Option(help: "Print only these languages beside the one with the hit.")
    var to: LanguageList?

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let store = try memory.openExisting()
        let hits = try store.search(
            ConcordanceQuery(
                include: texts.map { .init(UTF8Text($0), language: lang) },
                exclude: without.map { .init(UTF8Text($0), language: lang) }, mode: words ? .allWords : .substring,
                limit: limit))
        let out = try OutputFile(output.output)
        if output.json {
            var writer = JSONWriter()
            writer.array { writer in
                for hit in hits { SearchPrinter.json(hit, languages: to?.languages, to: &writer) }
            }
            writer.newline()
            try out.write(writer.bytes)
        } else {
            for hit in hits { try SearchPrinter.print(hit, languages: to?.languages, to: out) }
        }
        try out.finish()
        if hits.isEmpty { throw ExitCode(1) }
    }
}
