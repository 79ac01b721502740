import ArgumentParser
import Dragoman

struct SegmentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segment",
        abstract: "Text to sentences.",
        discussion: """
            dragoman segment article.txt
            dragoman segment --lang am --explain article.txt
            dragoman segment --jsonl <records.jsonl
            """)

    @Argument(help: "Text in any encoding. None or - for standard input.")
    var files: [String] = []

    @Option(help: "Language of the text; identified if not given.")
    var lang: LanguageTag?

    @Option(help: "A format of press copy: the sentences of the copy in it. Without it the input is text, all of it.")
    var from: PressFormat?

    @Option(help: "Quotations of several sentences: split inside, or kept whole.")
    var quotations: Segmenter.Options.Quotations = .split

    @Option(help: "What a line end means: line (a sentence ends), paragraph (only a blank line does), auto.")
    var newlines: Segmenter.Options.Newlines = .auto

    @Option(help: "A file of abbreviations, one a line, after which no sentence ends.")
    var exceptions: String?

    @Option(help: "Encoding; detected if not given.")
    var encoding: String?

    @Flag(help: "Print each place where a sentence might end, and the rule that decided.")
    var explain = false

    @OptionGroup var worker: WorkerOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let inputs = try InputFile.named(files)
        let options = Segmenter.Options(
            quotations: quotations, newlines: newlines, exceptions: try exceptions.map(Self.readExceptions) ?? [])
        let out = try OutputFile(output.output)
        if worker.jsonl {
            return try await Worker(isStrict: worker.strict, output: out).run(inputs) { record, writer in
                let text = try record.text()
                let language = try record.language() ?? lang ?? LanguageIdentifier.identify(text).language
                let segments = Segmenter(language: language, options: options).segments(in: text)
                Self.write(segments.map { (text[$0.range], $0.range) }, of: text, to: &writer)
            }
        }
        var failures = Failures(output.console)
        for input in inputs {
            try failures.attempt {
                let source = try SourceText(try input.read(), name: input.path, encoding: encoding)
                for diagnostic in source.diagnostics { output.console.report(diagnostic) }
                if let from { return try segment(source, from, options, to: out) }
                let language = lang ?? LanguageIdentifier.identify(source.text).language
                let segmenter = Segmenter(language: language, options: options)
                if explain { return try Self.explain(segmenter, source.text, to: out) }
                let segments = segmenter.segments(in: source.text)
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
        _ source: SourceText, _ format: PressFormat, _ options: Segmenter.Options, to out: OutputFile
    ) throws {
        let article = Pipeline(language: lang, format: format).article(from: source)
        for diagnostic in article.diagnostics { output.console.report(diagnostic) }
        var options = options
        // Blocks are paragraphs: a line end in one ends nothing.
        if newlines == .auto { options.newlines = .paragraph }
        let segmenter = Segmenter(language: article.language.language, options: options)
        var sentences: [(UTF8Text, ByteRange)] = []
        for block in article.kept where block.kind.isTranslated {
            if explain {
                try Self.explain(segmenter, block.text, to: out)
                continue
            }
            for segment in segmenter.segments(in: block.text) {
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

    private static func explain(_ segmenter: Segmenter, _ text: UTF8Text, to out: OutputFile) throws {
        for boundary in segmenter.boundaries(in: text) {
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

    private static func readExceptions(_ path: String) throws -> [String] {
        let source = try SourceText(try InputFile(path: path).read(), name: path)
        return source.text.bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
            .map { UTF8Text(unchecked: Array($0)).trimmed.description }
            .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    }
}
