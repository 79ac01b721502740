import ArgumentParser
import Dragoman

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Translations with what is wrong in them: numbers, terms, codes, marks.",
        discussion: """
            dragoman check back-from-translation.xlf
            dragoman check memory.tmx --to fr --only term,number
            dragoman check --source release.en.txt --target release.fr.txt --to fr
            dragoman check fr.po --format sarif -o findings.sarif

            Texts are compared line by line. Exit codes: 0 nothing found, 1 findings, 2 an input that cannot be read.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif
    }

    @Argument(help: "TMX, XLIFF, PO, CSV or TSV; - for standard input.")
    var files: [String] = []

    @Option(help: "A text; its translation is --target.")
    var source: String?

    @Option(help: "The translation of --source, line by line.")
    var target: String?

    @Option(help: "The language of sources, where a file does not say.")
    var lang: LanguageTag = .english

    @Option(help: "The language of translations; of a file with several, only this one.")
    var to: LanguageTag?

    @Option(help: "Only findings of these codes or families (term), with commas between.")
    var only: CheckCodeList?

    @Option(help: "Only findings of this severity or a higher one.")
    var severity: Diagnostic.Severity = .note

    @Flag(help: "The shipped glossaries ask for their terms too, those of two words or more; your own always do.")
    var shippedTerms = false

    @Option(help: "How findings are printed; sarif is SARIF 2.1.0.")
    var format: Format = .text

    @OptionGroup var glossaries: GlossaryOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (source == nil) == (target == nil) else { throw ValidationError("--source and --target go together") }
        if source != nil, !files.isEmpty { throw ValidationError("--source and --target take no other files") }
        if source == nil, files.isEmpty {
            throw ValidationError("name a file, or two texts with --source and --target")
        }
        if source != nil, to == nil { throw ValidationError("--to must name the language of --target") }
        if output.json, format == .sarif { throw ValidationError("--json goes with no other --format") }
    }

    func run() throws {
        let shelf = try glossaries.shelf(output.console)
        var desk = CheckDesk(
            shelf: shelf, codes: only?.codes ?? Set(CheckCode.allCases), asksShipped: shippedTerms)
        let out = try OutputFile(output.output)
        var printer: any CheckPrinter =
            switch output.json ? .json : format {
            case .text: CheckPrinterText()
            case .json: CheckPrinterJSON()
            case .sarif: CheckPrinterSARIF()
            }
        var (units, found) = (0, 0)
        func check(_ unit: CheckUnit) throws {
            units += 1
            if max(unit.source.segment.text.count, unit.target.segment.text.count) > Checker.longest {
                output.console.report(
                    Diagnostic(
                        .warning, code: "check.long", file: unit.file, line: unit.line,
                        message: "unit \(unit.id) is longer than \(Checker.longest >> 10) KiB and was not looked into"))
            }
            for finding in try desk.findings(in: unit) where finding.severity.rank >= severity.rank {
                found += 1
                try printer.print(finding, in: unit, to: out)
            }
        }
        try printer.begin(out)
        var failures = Failures(output.console)
        if let source, let target, let to {
            try failures.attempt {
                var texts = try ParallelTexts(
                    source: InputFile(path: source), sourceLanguage: lang, target: InputFile(path: target),
                    targetLanguage: to)
                defer { texts.finish() }
                while let unit = try texts.next() { try check(unit) }
            }
        }
        for path in files { try failures.attempt { try read(InputFile(path: path), check) } }
        try printer.end(out)
        try out.finish()
        if !output.quiet { Console.write("\(found.counted("finding")) in \(units.counted("unit"))\n") }
        try failures.finish()
        if found > 0 { throw ExitCode(1) }
    }

    private func read(_ input: InputFile, _ check: (CheckUnit) throws -> Void) throws {
        let bytes = try UnpackedInput(input)
        let head = try bytes.head(4096)
        guard !head.isEmpty else {
            throw Diagnostic(.error, code: "input.empty", file: input.path, message: "the file is empty")
        }
        let console = output.console
        try BilingualReader(file: input.path, source: lang, target: to).read(
            { try bytes.next() }, format: FileFormat.detect(head, name: bytes.name),
            report: { console.report($0) }, unit: check)
    }
}
