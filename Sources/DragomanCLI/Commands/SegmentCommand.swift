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

    @OptionGroup var segmentation: SegmentationOptions
    @OptionGroup var worker: WorkerOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        if exportSrx { return try writeSRX() }
        let inputs = try InputFile.named(files)
        let rules = try segmentation.rules(output.console)
        let out = try OutputFile(output.output)
        if worker.jsonl {
            return try await Worker(isStrict: worker.strict, output: out).run(inputs) { record, writer in
                let text = try record.text()
                let language = try record.language() ?? lang ?? LanguageIdentifier.identify(text).language
                let segments: [Segment]
                do {
                    segments = try rules.segments(of: text, language)
                } catch let error as Diagnostic {
                    // The message of a record has no place of its own for the file's.
                    throw RecordError(code: error.code, message: error.description)
                }
                Self.write(segments.map { (text[$0.range], $0.range) }, of: text, to: &writer)
            }
        }
        var failures = Failures(output.console)
        for input in inputs {
            try failures.attempt {
                let source = try SourceText(try input.read(), name: input.path, encoding: encoding)
                for diagnostic in source.diagnostics { output.console.report(diagnostic) }
                if let from { return try segment(source, from, rules, to: out) }
                let language = lang ?? LanguageIdentifier.identify(source.text).language
                try rules.warn(language, output.console)
                if explain {
                    return try Self.explain(source.text, rules.boundaries(of: source.text, language), to: out)
                }
                let segments = try rules.segments(of: source.text, language)
                if output.json {
                    return try write(source, language, segments.map { (source.text[$0.range], $0.range) }, to: out)
                }
                for segment in segments {
                    try out.write(SegmentLine.bytes(source.text[segment.range]))
                    try out.line("")
                }
            }
        }
        try out.finish()
        try failures.finish()
    }

    /// The sentences of the copy in a file of a format, each with the place in the file's text it came from.
    private func segment(
        _ source: SourceText, _ format: PressFormat, _ rules: SentenceRules, to out: OutputFile
    ) throws {
        let article = Pipeline(language: lang, format: format).article(from: source)
        for diagnostic in article.diagnostics { output.console.report(diagnostic) }
        var rules = rules
        // Blocks are paragraphs: a line end in one ends nothing.
        if rules.options.newlines == .auto { rules.options.newlines = .paragraph }
        let language = article.language.language
        try rules.warn(language, output.console)
        var sentences: [(UTF8Text, ByteRange)] = []
        for block in article.kept where block.kind.isTranslated {
            if explain {
                try Self.explain(block.text, rules.boundaries(of: block.text, language), to: out)
                continue
            }
            for segment in try rules.segments(of: block.text, language) {
                sentences.append((block.text[segment.range], block.decodedRange(of: segment.range)))
            }
        }
        if explain { return }
        if output.json { return try write(source, article.language.language, sentences, to: out) }
        for (text, _) in sentences {
            try out.write(SegmentLine.bytes(text))
            try out.line("")
        }
    }

    private func write(
        _ source: SourceText, _ language: LanguageTag, _ sentences: [(UTF8Text, ByteRange)], to out: OutputFile
    ) throws {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("name", source.name)
            writer.member("lang", language.description)
            Self.write(sentences, of: source.text, to: &writer)
        }
        writer.newline()
        try out.write(writer.bytes)
    }

    private static func write(
        _ sentences: [(text: UTF8Text, range: ByteRange)], of text: UTF8Text, to writer: inout JSONWriter
    ) {
        writer.key("sentences")
        writer.array { writer in
            for sentence in sentences { writer.string(sentence.text) }
        }
        var offsets = ScalarOffsets(text)
        writer.key("spans")
        writer.array { writer in
            for sentence in sentences {
                writer.array { writer in
                    writer.number(offsets.scalars(before: sentence.range.lowerBound))
                    writer.number(offsets.scalars(before: sentence.range.upperBound))
                }
            }
        }
    }

    private func writeSRX() throws {
        guard files.isEmpty else { throw ValidationError("--export-srx reads no file") }
        let out = try OutputFile(output.output)
        try SRXExport.write(lang.map { [$0] }) { try out.write(Array($0)) }
        try out.finish()
    }

    private static func explain(_ text: UTF8Text, _ boundaries: [Boundary], to out: OutputFile) throws {
        for boundary in boundaries {
            let before = text.bytes[..<boundary.offset].suffix(40)
            let after = text.bytes[boundary.offset...].prefix(20)
            // Whole characters only.
            let left = UTF8Text(unchecked: before.drop { $0 & 0xC0 == 0x80 })
            var right = after
            while let last = right.last, last >= 0x80, boundary.offset + right.count < text.count,
                text.bytes[boundary.offset + right.count] & 0xC0 == 0x80
            {
                right = right.dropLast()
            }
            try out.write("\(boundary.offset)\t\(boundary.isBreak ? "break" : "no break")\t\(boundary.rule)\t")
            try out.write(SegmentLine.bytes(left) + Array("|".utf8) + SegmentLine.bytes(UTF8Text(unchecked: right)))
            try out.line("")
        }
    }
}
