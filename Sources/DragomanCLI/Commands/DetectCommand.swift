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
        let (encoding, json) = (encoding, output.json)
        try await InOrder.run(inputs) { input in
            Swift.Result { try Self.report(on: input, encodingOnly: encoding, json: json) }
        } take: { report in
            try failures.attempt { try out.write(try report.get()) }
        }
        try out.finish()
        try failures.finish()
    }

    private static func report(on input: InputFile, encodingOnly: Bool, json: Bool) throws -> [UInt8] {
        let source = try SourceText(try input.read(), name: input.path)
        let report = OutputBuffer()
        if encodingOnly {
            report.line(source.encoding)
            return report.bytes
        }
        let language = LanguageIdentifier.identify(source.text).language
        var writer = JSONWriter()
        guard json else {
            writer.number(source.confidence, decimals: 2)
            report.write("\(input.path)\t\(source.encoding)\t\(language)\t")
            report.write(writer.bytes)
            report.line("")
            return report.bytes
        }
        writer.object { writer in
            writer.key("name")
            writer.string(input.path)
            writer.key("encoding")
            writer.string(source.encoding)
            writer.key("language")
            writer.string(language.description)
            writer.key("confidence")
            writer.number(source.confidence, decimals: 2)
            writer.key("evidence")
            writer.string(source.evidence.rawValue)
            writer.key("equivalents")
            writer.array { writer in
                for name in source.equivalents { writer.string(name) }
            }
        }
        writer.newline()
        return writer.bytes
    }
}
