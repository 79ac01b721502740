import ArgumentParser
import Dragoman

struct SegmentCommand: ParsableCommand {
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

    func run() throws {
        let inputs = try InputFile.named(files)
        let options = Segmenter.Options(
            quotations: quotations, newlines: newlines, exceptions: try exceptions.map(Self.readExceptions) ?? [])
        let out = try OutputFile(output.output)
        if worker.jsonl {
            return try Worker(isStrict: worker.strict, output: out).run(inputs) { record, writer in
                let text = try record.text()
                let language = try record.language() ?? lang ?? LanguageIdentifier.identify(text).language
                Self.write(Segmenter(language: language, options: options).segments(in: text), of: text, to: &writer)
            }
        }
        var failures = Failures(output.console)
        for input in inputs {
            try failures.attempt {
                let source = try SourceText(try input.read(), name: input.path, encoding: encoding)
                for diagnostic in source.diagnostics { output.console.report(diagnostic) }
                let language = lang ?? LanguageIdentifier.identify(source.text).language
                let segmenter = Segmenter(language: language, options: options)
                if explain { return try Self.explain(segmenter, source, to: out) }
                let segments = segmenter.segments(in: source.text)
                if output.json {
                    var writer = JSONWriter()
                    writer.object { writer in
                        writer.key("name")
                        writer.string(input.path)
                        writer.key("lang")
                        writer.string(language.description)
                        Self.write(segments, of: source.text, to: &writer)
                    }
                    writer.newline()
                    return try out.write(writer.bytes)
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

    private static func write(_ segments: [Segment], of text: UTF8Text, to writer: inout JSONWriter) {
        writer.key("sentences")
        writer.array { writer in
            for segment in segments { writer.string(text[segment.range]) }
        }
        var offsets = ScalarOffsets(text)
        writer.key("spans")
        writer.array { writer in
            for segment in segments {
                writer.array { writer in
                    writer.number(offsets.scalars(before: segment.range.lowerBound))
                    writer.number(offsets.scalars(before: segment.range.upperBound))
                }
            }
        }
    }

    private static func explain(_ segmenter: Segmenter, _ source: SourceText, to out: OutputFile) throws {
        for boundary in segmenter.boundaries(in: source.text) {
            let text = source.text
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
