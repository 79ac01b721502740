import ArgumentParser
import Dragoman

struct SegmentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segment",
        abstract: "Text to sentences.",
        discussion: """
            dragoman segment article.txt
            dragoman segment --lang am --explain article.txt
            dragoman segment --srx rules.srx --srx-mode add article.txt
            dragoman segment --export-srx --lang fr -o french.srx
            dragoman segment --jsonl <records.jsonl
            """)

    @Argument(help: "Text in any encoding. None or - for standard input.")
    var files: [String] = []

    @Option(help: "Language of the text; identified if not given.")
    var lang: LanguageTag?

    @Option(help: "A format of press copy: the sentences of the copy in it. Without it the input is text, all of it.")
    var from: PressFormat?

    @Option(help: "Encoding; detected if not given.")
    var encoding: String?

    @Flag(help: "Print each place where a sentence might end, and the rule that decided.")
    var explain = false

    @Flag(help: "Write our own rules as SRX 2.0, for the language of --lang or for all, and read nothing.")
    var exportSrx = false

    @Option(help: "What a line end means: line (a sentence ends), paragraph (only a blank line does), auto.")
    var newlines: Segmenter.Options.Newlines = .auto

    @OptionGroup var segmentation: SegmentationOptions
    @OptionGroup var worker: WorkerOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        if exportSrx { return try writeSRX() }
        let inputs = try InputFile.named(files)
        let rules = try segmentation.rules(newlines: newlines, output.console)
        let warnings = FinderWarnings()
        let out = try OutputFile(output.output)
        if worker.jsonl {
            let console = output.console
            return try await Worker(isStrict: worker.strict, output: out).run(inputs) { record, writer in
                let text = try record.text()
                let language = try record.language() ?? lang ?? LanguageIdentifier.identify(text).language
                let segments: [Segment]
                do {
                    let finder = try rules.finder(for: language)
                    if let warning = warnings.take(finder) { console.report(warning) }
                    segments = try finder.segments(in: text)
                } catch let error as Diagnostic {
                    // The message of a record has no place of its own for the file's.
                    throw RecordError(code: error.code, message: error.description)
                }
                SegmentPrinter.write(segments.map { (text[$0.range], $0.range) }, of: text, to: &writer)
            }
        }
        let printer = SegmentPrinter(
            form: explain ? .explain : output.json ? .json : .text, rules: rules, language: lang, format: from,
            encoding: encoding, warnings: warnings)
        var failures = Failures(output.console)
        try await InOrder.run(inputs) {
            await printer.print($0)
        } take: { printed in
            try failures.attempt { try out.write(try printed.report(to: output.console)) }
        }
        try out.finish()
        try failures.finish()
    }

    private func writeSRX() throws {
        guard files.isEmpty else { throw ValidationError("--export-srx reads no file") }
        let out = try OutputFile(output.output)
        try SRXExport.write(lang.map { [$0] }) { try out.write(Array($0)) }
        try out.finish()
    }
}
