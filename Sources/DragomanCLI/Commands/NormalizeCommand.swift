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

    @Flag(help: "Print each block with the rules and weights that made it what it is, and each edit.")
    var explain = false

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
        guard form != nil else { return }
        if explain || !kinds.isEmpty || output.json || format != .text || lang != nil || encoding != nil || from != nil
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
                try NormalizeJSON.answer(record, pipeline, selection, to: &writer)
            }
        }
        if profile == .text, format == .text, !explain, !output.json, conventions.conventions == Conventions() {
            return try TextFilter(encoding: encoding).run(inputs, to: out, output)
        }
        var failures = Failures(output.console)
        var isFirst = true
        let format = output.json ? Format.json : format
        if format == .html { return try writePage(of: inputs, pipeline, to: out) }
        for input in inputs {
            try failures.attempt {
                let article = try article(of: input, pipeline)
                if !isFirst, format == .text, !selection.text(of: article).isEmpty { try out.line("") }
                isFirst = false
                try print(article, format, to: out)
            }
        }
        try out.finish()
        try failures.finish()
    }

    private func article(of input: InputFile, _ pipeline: Pipeline) throws -> Article {
        let source = try SourceText(try input.read(), name: input.path, encoding: encoding)
        for diagnostic in source.diagnostics { output.console.report(diagnostic) }
        let article = pipeline.article(from: source)
        for diagnostic in article.diagnostics { output.console.report(diagnostic) }
        return article
    }

    /// One page for all files; one that cannot be read is said there too.
    private func writePage(of inputs: [InputFile], _ pipeline: Pipeline, to out: OutputFile) throws {
        var failures = Failures(output.console)
        var page = HTMLPage(names: inputs.map(\.path), to: out)
        try page.begin()
        for input in inputs {
            try failures.attempt {
                let article: Article
                do {
                    article = try self.article(of: input, pipeline)
                } catch let failure as Diagnostic {
                    try page.add(failure)
                    throw failure
                }
                try page.add(article)
            }
        }
        try page.end()
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
            var isFirst = true
            for block in article.blocks where selection.holds(block) {
                // A text kept whole brings its own line ends.
                if profile == .text {
                    try out.write(block.text.bytes)
                    continue
                }
                if !isFirst { try out.line("") }
                isFirst = false
                try out.write(block.text.bytes)
                try out.line("")
            }
        case .segments:
            let segmenter = Segmenter(language: article.language.language)
            for block in selection.sentences(of: article) {
                for segment in segmenter.segments(in: block.text) {
                    try out.write(SegmentLine.bytes(block.text[segment.range]))
                    try out.line("")
                }
            }
        case .json, .jsonl:
            try out.write(NormalizeJSON.document(article))
        case .html:
            // A page holds all files: `writePage`.
            break
        }
    }
}
