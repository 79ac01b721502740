import ArgumentParser
import Dragoman

struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Translations the memory offers for a text, with score and reasons.",
        discussion: """
            dragoman match --to fr "The four countries will meet in May."
            dragoman match --jsonl --to fr <records.jsonl

            100 is the same text; below it every penalty is named and the differing words are marked.
            """)

    @Argument(help: "Texts; lines of standard input if none.")
    var texts: [String] = []

    @Option(help: "Language wanted.")
    var to: LanguageTag

    @Option(help: "Language of the texts.")
    var from: LanguageTag = .english

    @Option(help: "Lowest score, percent.")
    var min = 70

    @Option(help: "Most matches for a text; 0 for all.")
    var best = 5

    @OptionGroup var worker: WorkerOptions
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...100).contains(min) else { throw ValidationError("--min wants a number from 1 to 100") }
        guard best >= 0 else { throw ValidationError("--best wants a number from 0 up") }
    }

    func run() async throws {
        let inputs = texts.isEmpty ? try InputFile.named([]) : []
        let matcher = try Matcher(store: try memory.openExisting(), from: from, to: to, minimum: min)
        let out = try OutputFile(output.output)
        if worker.jsonl {
            guard texts.isEmpty else { throw ValidationError("--jsonl reads records, not arguments") }
            return try await Worker(isStrict: worker.strict, output: out).run(inputs) { record, writer in
                MatchPrinter.json(try matcher.matches(for: try record.text(), best: best), to: &writer)
            }
        }
        var found = false
        for text in try texts.isEmpty ? Self.lines(inputs) : texts.map({ UTF8Text($0) }) {
            let matches = try matcher.matches(for: text, best: best)
            found = found || !matches.isEmpty
            if output.json {
                var writer = JSONWriter()
                writer.object { writer in
                    writer.member("text", text)
                    MatchPrinter.json(matches, to: &writer)
                }
                writer.newline()
                try out.write(writer.bytes)
            } else {
                for match in matches { try MatchPrinter.print(match, for: text, to: out) }
            }
        }
        try out.finish()
        if !found { throw ExitCode(1) }
    }

    private static func lines(_ inputs: [InputFile]) throws -> [UTF8Text] {
        var lines: [UTF8Text] = []
        for input in inputs {
            let text = try SourceText(try input.read(), name: input.path).text
            lines += text.bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
                .map { UTF8Text(unchecked: Array($0)).trimmed }.filter { !$0.isEmpty }
        }
        return lines
    }
}
