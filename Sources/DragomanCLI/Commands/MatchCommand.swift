import ArgumentParser
import Dragoman

struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Translations the memory offers for a text, with score and reasons.",
        discussion: """
            dragoman match --to fr "The four countries will meet in May."
            dragoman match --to fr --previous "They met." "They will meet again." --also agency.db@5
            dragoman match --jsonl --to fr <records.jsonl

            100 is the same text; below it every penalty is named and the differing words are marked. 101 is the same text \
            between the same neighbours or with the same identifier, 102 both. Lines of standard input are each other's \
            neighbours. Numbers, dates and terms that differ are put into the translation, which is then shown behind →. A record may have {"context":{"previous":…,"next":…,"id":…}}.
            """)

    @Argument(help: "Texts; lines of standard input if none.")
    var texts: [String] = []

    @Option(help: "Language wanted.")
    var to: LanguageTag

    @Option(help: "Language of the texts.")
    var from: LanguageTag = .english

    @Option(help: "Lowest score, percent.")
    var min = 70

    @Flag(help: "Also the longest sequences of three words and more that stand in the first memory, with their places.")
    var fragments = false

    @Option(help: "The segment before the text.")
    var previous: String?

    @Option(help: "The segment after the text.")
    var next: String?

    @Option(help: "The identifier the text has in its file.")
    var id: String?

    @Option(help: "Most matches for a text; 0 for all.")
    var best = 5

    @OptionGroup var worker: WorkerOptions
    @OptionGroup var reuse: MatchOptions
    @OptionGroup var glossaries: GlossaryOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...Matcher.highestScore).contains(min) else {
            throw ValidationError("--min wants a number from 1 to \(Matcher.highestScore)")
        }
        guard best >= 0 else { throw ValidationError("--best wants a number from 0 up") }
        if previous != nil || next != nil || id != nil, texts.count != 1 {
            throw ValidationError("--previous, --next and --id go with one text")
        }
    }

    func run() async throws {
        let inputs = texts.isEmpty ? try InputFile.named([]) : []
        let memories = try reuse.memories()
        let finder = fragments ? memories.first.map { FragmentFinder($0.store, from: from, to: to) } : nil
        let desk = ReuseDesk(
            memories: memories, shelf: try glossaries.shelf(output.console), to: to,
            options: .init(fillsFrom: min, offersFrom: min, best: best))
        let out = try OutputFile(output.output)
        let printer = FragmentPrinter(target: to, output: out, options: output)
        if worker.jsonl {
            guard texts.isEmpty else { throw ValidationError("--jsonl reads records, not arguments") }
            let worker = Worker(isStrict: worker.strict, output: out)
            try await worker.run(inputs, session: { ReuseDesk.Session(desk) }) { session, record, writer in
                let query = MatchQuery(try record.text(), context: try record.context())
                let text = query.segment.text
                MatchPrinter.json(try session.drafts(for: query, in: from), for: text, to: &writer)
                if let finder {
                    FragmentPrinter.json(try finder.fragments(of: text), of: text, target: to, to: &writer)
                }
            }
            return await desk.finishMerging()
        }
        var found = false
        for query in try texts.isEmpty ? Self.lines(inputs) : texts.map({ query(UTF8Text($0)) }) {
            let text = query.segment.text
            let drafts = try desk.drafts(for: query, in: from)
            let fragments = try finder?.fragments(of: text) ?? []
            found = found || !drafts.isEmpty || !fragments.isEmpty
            if output.json {
                var writer = JSONWriter()
                writer.object { writer in
                    writer.member("text", text)
                    MatchPrinter.json(drafts, for: text, to: &writer)
                    if finder != nil { FragmentPrinter.json(fragments, of: text, target: to, to: &writer) }
                }
                writer.newline()
                try out.write(writer.bytes)
            } else {
                for draft in drafts { try MatchPrinter.print(draft, to: out) }
                for fragment in fragments { try printer.print(fragment, of: text) }
            }
        }
        try out.finish()
        await desk.finishMerging()
        if !found { throw ExitCode(1) }
    }

    private func query(_ text: UTF8Text) -> MatchQuery {
        MatchQuery(
            text, context: Context(previous: previous.map { UTF8Text($0) }, next: next.map { UTF8Text($0) }, id: id))
    }

    private static func lines(_ inputs: [InputFile]) throws -> [MatchQuery] {
        try inputs.flatMap { input in
            let text = try SourceText(try input.read(), name: input.path).text
            let lines = text.bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
                .map { UTF8Text(unchecked: Array($0)).trimmed }.filter { !$0.isEmpty }
            return lines.indices.map { MatchQuery(lines[$0], context: .place(of: $0, in: lines)) }
        }
    }
}
