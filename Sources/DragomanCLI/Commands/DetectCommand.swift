import ArgumentParser
import Dragoman

struct DetectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "detect",
        abstract: "Encoding and language of files.",
        discussion: """
            dragoman detect *.txt
            dragoman detect --encoding file.txt
            """)

    @Argument(help: "Files. None or - for standard input.")
    var files: [String] = []

    @Flag(help: "Print just the encoding's name.")
    var encoding = false

    @OptionGroup var worker: WorkerOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let inputs = try InputFile.named(files)
        let out = try OutputFile(output.output)
        if worker.jsonl {
            return try await Worker(isStrict: worker.strict, output: out).run(inputs) { record, writer in
                let guess = LanguageIdentifier.identify(try record.text())
                writer.member("lang", guess.language.description)
                writer.member("confidence", guess.confidence, decimals: 2)
                writer.member("share", guess.share, decimals: 2)
            }
        }
        var failures = Failures(output.console)
        for input in inputs {
            try failures.attempt {
                let source = try SourceText(try input.read(), name: input.path)
                if encoding { return try out.line(source.encoding) }
                let language = LanguageIdentifier.identify(source.text).language
                if output.json {
                    var writer = JSONWriter()
                    writer.object { writer in
                        writer.member("name", input.path)
                        writer.member("encoding", source.encoding)
                        writer.member("language", language.description)
                        writer.member("confidence", source.confidence, decimals: 2)
                        writer.member("evidence", source.evidence.rawValue)
                        writer.key("equivalents")
                        writer.array { writer in
                            for name in source.equivalents { writer.string(name) }
                        }
                    }
                    writer.newline()
                    return try out.write(writer.bytes)
                }
                var confidence = JSONWriter()
                confidence.number(source.confidence, decimals: 2)
                try out.write("\(input.path)\t\(source.encoding)\t\(language)\t")
                try out.write(confidence.bytes)
                try out.line("")
            }
        }
        try out.finish()
        try failures.finish()
    }
}
