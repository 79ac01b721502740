import ArgumentParser
import Dragoman

struct TranslateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "translate",
        abstract: "Translations as far as the memory has them, terms for the rest.",
        discussion: """
            dragoman translate release.txt --to fr -o release.xlf
            dragoman translate *.html --to sw --min 85 --format po
            dragoman translate release.txt --to fr --format text
            dragoman translate texts.xlf --to fr -o texts.fr.xlf

            Segments are filled from context, exact and fuzzy matches, the numbers, dates and terms that differ put in \
            place and named. XLIFF holds all matches with their scores; in text [82%] marks a fuzzy match and [new] what \
            is left. An XLIFF or PO file is filled where it has no translation and comes back as it was otherwise. Nothing \
            is stored.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case xliff, xliff2, tmx, po, text
    }

    @Argument(
        help:
            "Press copy of any of the formats below, in any encoding, or an XLIFF or PO file. None or - for standard input."
    )
    var files: [String] = []

    @Option(help: "Language wanted.")
    var to: LanguageTag

    @Option(help: "The lowest score of a match that fills a segment, percent.")
    var min = 75

    @Option(help: "Most matches for a segment; 0 for all.")
    var best = 5

    @Option(help: "Format; by the ending of the output's name if not given, else XLIFF 1.2.")
    var format: Format?

    @OptionGroup var reuse: ReuseOptions
    @OptionGroup var worker: WorkerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...Matcher.highestScore).contains(min) else {
            throw ValidationError("--min wants a number from 1 to \(Matcher.highestScore)")
        }
        guard best >= 0 else { throw ValidationError("--best wants a number from 0 up") }
        if worker.jsonl, !files.isEmpty { throw ValidationError("--jsonl reads records from standard input") }
        if output.json || worker.jsonl, format != nil { throw ValidationError("--format does not go with JSON") }
    }

    func run() async throws {
        let console = output.console
        let inputs = try InputFile.named(files)
        let shelf = try reuse.glossaries.shelf(console)
        let desk = ReuseDesk(
            memories: try reuse.memories.memories(), shelf: shelf, to: to,
            options: .init(fillsFrom: min, best: best))
        let out = try OutputFile(output.output)
        if worker.jsonl {
            var records = reuse
            // A record is what it says it is: nothing of it is furniture.
            records.profile = .text
            let press = try records.desk(to: to, shelf, console)
            try await Worker(isStrict: worker.strict, output: out).run(inputs) { record, writer in
                let copy = try press.copy(
                    try record.text().bytes, name: "record", language: try record.language())
                try TranslationJSON.members(copy, desk, to: &writer)
            }
            return await desk.finishMerging()
        }
        if let format = try Self.bilingualFormat(inputs) {
            if self.format != nil || output.json { throw ValidationError("an XLIFF or PO file keeps its format") }
            try fill(inputs[0], format, desk, to: out)
            return await desk.finishMerging()
        }
        let press = try reuse.desk(to: to, shelf, console)
        var failures = Failures(console)
        var writer = TranslationWriter(
            format: output.json ? .json : .file(format ?? Self.format(of: output.output)), target: to, output: out)
        let reader = PressReader(desk: press, console: console, quiet: output.quiet || output.json)
        try await reader.run(inputs, &failures, { try desk.translate($0) }) { try writer.write($0) }
        try writer.finish()
        try out.finish()
        await desk.finishMerging()
        try failures.finish()
    }

    private static func format(of path: String?) -> Format {
        for (ending, format) in [("tmx", Format.tmx), ("po", .po), ("txt", .text)]
        where path?.hasSuffix("." + ending) == true { return format }
        return .xliff
    }
}
