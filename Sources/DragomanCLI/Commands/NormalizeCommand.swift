import ArgumentParser
import Dragoman

struct NormalizeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "normalize",
        abstract: "Press copy to clean text.",
        discussion: """
            dragoman normalize page.html
            dragoman normalize --format json release.txt
            dragoman normalize --from ninjs story.json
            dragoman normalize --format html -o review.html *.txt
            curl … | dragoman normalize --profile text
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, segments, json, jsonl, html
    }

    @Argument(help: "Press copy of any of the formats below, in any encoding. None or - for standard input.")
    var files: [String] = []

    @Option(help: "The format of the copy; told by its content if not given.")
    var from: PressFormat?

    @Option(
        help:
            "text: the copy; segments: a sentence a line; json: all blocks with their source; jsonl: that, a file a line; html: a page, source and copy side by side."
    )
    var format: Format = .text

    @Option(help: "press: blocks, furniture told from copy; text: the whole text repaired, nothing cut.")
    var profile: Profile = .press

    @Option(
        help:
            "Only blocks of these kinds, such as headline,body, in text, segments and the \"text\" of --jsonl; other formats hold all."
    )
    var kinds: [BlockKindList] = []

    @Option(help: "Language of the text; identified if not given.")
    var lang: LanguageTag?

    @Option(help: "Encoding; detected if not given.")
    var encoding: String?

    @Flag(help: "Each block with the rules and weights that made it what it is, and each edit; also in json and jsonl.")
    var explain = false

    @Flag(help: ArgumentHelp("What Benchmarks/story_train.py learns from.", visibility: .private))
    var storyExamples = false

    @Option(help: "UTF-8 to this normalization form and nothing else, in bounded memory.")
    var form: NormalizationForm?

    @OptionGroup(title: "Conventions, none changed unless asked for") var conventions: ConventionOptions
    @OptionGroup var worker: WorkerOptions
    @OptionGroup var output: OutputOptions

    private var selection: CopySelection {
        CopySelection(kinds: kinds.isEmpty ? nil : Set(kinds.flatMap(\.kinds)))
    }

    func validate() throws {
        if profile == .text, !kinds.isEmpty {
            throw ValidationError("--kinds needs blocks, and --profile text keeps the text whole")
        }
        if output.json, format == .segments || format == .html {
            throw ValidationError("--json and --format \(format.rawValue) are two answers; ask for one")
        }
        if explain, format == .segments {
            throw ValidationError("--explain is of blocks, which --format segments does not show")
        }
        if worker.jsonl {
            if explain || format == .segments || format == .html {
                throw ValidationError("--jsonl answers records; neither --explain nor a page or segments go with it")
            }
            if encoding != nil { throw ValidationError("--jsonl reads UTF-8; --encoding does not go with it") }
        }
        guard form != nil else { return }
        if explain || !kinds.isEmpty || output.json || format != .text || lang != nil || encoding != nil || from != nil
            || conventions.conventions != Conventions()
        {
            throw ValidationError("--form changes nothing but the form; only --jsonl, --output and --quiet go with it")
        }
    }

    func run() async throws {
        let inputs = try InputFile.named(files)
        var pipeline = Pipeline(profile: profile, language: lang, format: from)
        pipeline.conventions = conventions.conventions
        pipeline.givesEvidence = explain || format == .html
        let out = try OutputFile(output.output)
        if let form { return try await run(FormFilter(form: form), inputs, out) }
        if storyExamples {
            return try await Worker(isStrict: worker.strict, output: out).run(inputs) {
                [pipeline] record, writer in try StoryExamplesJSON.answer(record, pipeline, to: &writer)
            }
        }
        if worker.jsonl {
            return try await Worker(isStrict: worker.strict, output: out).run(inputs) {
                [selection, pipeline] record, writer in
                try NormalizeJSON.answer(record, pipeline, selection, to: &writer)
            }
        }
        if profile == .text, format == .text, !explain, !output.json, conventions.conventions == Conventions() {
            return try await TextFilter(encoding: encoding).run(inputs, to: out, output)
        }
        async let _ = Pipeline.prepare()
        let reader = ArticleReader(pipeline: pipeline, encoding: encoding)
        if format == .html, !output.json { return try await writePage(of: inputs, reader, to: out) }
        let printer = NormalizePrinter(form: printedForm, profile: profile, selection: selection)
        let isApart = format == .text && !output.json
        var failures = Failures(output.console)
        var isFirst = true
        try await InOrder.run(inputs) { input in
            await reader.read(input).map { printer.printed($0) }
        } take: { copy in
            try failures.attempt {
                let printed = try copy.report(to: output.console)
                if !isFirst, isApart, !printed.isEmpty { try out.line("") }
                isFirst = false
                try printed.write(to: out)
            }
        }
        try out.finish()
        try failures.finish()
    }

    private var printedForm: NormalizePrinter.Form {
        if output.json { return explain ? .explainedJSON : .json }
        switch format {
        case .text: return explain ? .explain : .text
        case .segments: return .segments
        case .json, .jsonl, .html: return explain ? .explainedJSON : .json
        }
    }

    /// One page for all files; one that cannot be read is said there too.
    private func writePage(of inputs: [InputFile], _ reader: ArticleReader, to out: OutputFile) async throws {
        var failures = Failures(output.console)
        var page = HTMLPage(names: inputs.map(\.path), to: out)
        try page.begin()
        try await InOrder.run(inputs) {
            await reader.read($0)
        } take: { copy in
            try failures.attempt {
                do {
                    try page.add(try copy.report(to: output.console))
                } catch let failure as Diagnostic {
                    try page.add(failure)
                    throw failure
                }
            }
        }
        try page.end()
        try out.finish()
        try failures.finish()
    }

    private func run(_ filter: FormFilter, _ inputs: [InputFile], _ out: OutputFile) async throws {
        guard worker.jsonl else { return try filter.run(inputs, to: out, output) }
        try await Worker(isStrict: worker.strict, output: out).run(inputs) { try filter.answer($0, to: &$1) }
    }
}
