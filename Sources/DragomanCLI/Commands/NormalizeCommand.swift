import ArgumentParser
import Dragoman

struct NormalizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "normalize",
        abstract: "Press copy to clean text.",
        discussion: """
            dragoman normalize page.html
            dragoman normalize --format json release.txt
            dragoman normalize --from ninjs story.json
            curl … | dragoman normalize --profile text
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, segments, json, jsonl
    }

    @Argument(help: "Press copy of any of the formats below, in any encoding. None or - for standard input.")
    var files: [String] = []

    @Option(help: "The format of the copy; told by its content if not given.")
    var from: PressFormat?

    @Option(
        help:
            "text: the copy; segments: a sentence a line; json: all blocks with their source; jsonl: that, a file a line."
    )
    var format: Format = .text

    @Option(help: "press: blocks, furniture told from copy; text: the whole text repaired, nothing cut.")
    var profile: Profile = .press

    @Option(help: "Language of the text; identified if not given.")
    var lang: LanguageTag?

    @Option(help: "Encoding; detected if not given.")
    var encoding: String?

    @Flag(help: "Print each block with the rules and weights that made it what it is, and each edit.")
    var explain = false

    @Option(help: "UTF-8 to this normalization form and nothing else, in bounded memory.")
    var form: NormalizationForm?

    @OptionGroup(title: "Conventions, none changed unless asked for") var conventions: ConventionOptions
    @OptionGroup var worker: WorkerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard form != nil else { return }
        if explain || output.json || format != .text || lang != nil || encoding != nil || from != nil
            || conventions.conventions != Conventions()
        {
            throw ValidationError("--form changes nothing but the form; only --jsonl, --output and --quiet go with it")
        }
    }

    func run() throws {
        let inputs = try InputFile.named(files)
        var pipeline = Pipeline(profile: profile, language: lang, format: from)
        pipeline.conventions = conventions.conventions
        let out = try OutputFile(output.output)
        if let form { return try run(FormFilter(form: form), inputs, out) }
        if worker.jsonl {
            return try Worker(isStrict: worker.strict, output: out).run(inputs) { record, writer in
                try NormalizeJSON.answer(record, pipeline, to: &writer)
            }
        }
        if profile == .text, format == .text, !explain, !output.json, conventions.conventions == Conventions() {
            return try TextFilter(encoding: encoding).run(inputs, to: out, output)
        }
        var failures = Failures(output.console)
        var isFirst = true
        let format = output.json ? Format.json : format
        for input in inputs {
            try failures.attempt {
                let source = try SourceText(try input.read(), name: input.path, encoding: encoding)
                for diagnostic in source.diagnostics { output.console.report(diagnostic) }
                let article = pipeline.article(from: source)
                for diagnostic in article.diagnostics { output.console.report(diagnostic) }
                if !isFirst, format == .text, !article.kept.isEmpty { try out.line("") }
                isFirst = false
                try print(article, format, to: out)
            }
        }
        try out.finish()
        try failures.finish()
    }

    private func run(_ filter: FormFilter, _ inputs: [InputFile], _ out: OutputFile) throws {
        guard worker.jsonl else { return try filter.run(inputs, to: out, output) }
        try Worker(isStrict: worker.strict, output: out).run(inputs) { try filter.answer($0, to: &$1) }
    }

    private func print(_ article: Article, _ format: Format, to out: OutputFile) throws {
        if explain { return try ExplainPrinter.print(article, to: out) }
        switch format {
        case .text:
            for (index, block) in article.kept.enumerated() {
                // A text kept whole brings its own line ends.
                if profile == .text {
                    try out.write(block.text.bytes)
                    continue
                }
                if index > 0 { try out.line("") }
                try out.write(block.text.bytes)
                try out.line("")
            }
        case .segments:
            let segmenter = Segmenter(language: article.language.language)
            for block in article.kept where block.kind.isTranslated {
                for segment in segmenter.segments(in: block.text) {
                    try out.write(SegmentLine.bytes(block.text[segment.range]))
                    try out.line("")
                }
            }
        case .json, .jsonl:
            try out.write(NormalizeJSON.document(article))
        }
    }
}
