import ArgumentParser
import Dragoman

struct GlossaryExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a glossary as TBX, CSV, TSV, or for OmegaT or DeepL.",
        discussion: """
            dragoman glossary export diplomacy -o diplomacy.tbx
            dragoman glossary export diplomacy --languages en,fr -o diplomacy.csv
            dragoman glossary export diplomacy --format omegat --to fr -o glossary.txt
            dragoman glossary export house-terms.tbx --format deepl --to fr -o house-terms.tsv

            OmegaT and DeepL take one pair of languages. What DeepL does not take (a source that came before, control \
            characters, more than 1024 bytes) is left out and told.
            """)

    @Argument(help: "The glossary's name, as list gives it, or a file.")
    var name: String

    @Option(help: "Format; by the ending of the output's name if not given, else TBX.")
    var format: GlossaryFormat?

    @Option(help: "Languages of a table, with commas between; all if not given.")
    var languages: LanguageList?

    @Option(help: "The language of source terms, for OmegaT and DeepL.")
    var from: LanguageTag = .english

    @Option(help: "The language of target terms, for OmegaT and DeepL.")
    var to: LanguageTag?

    @OptionGroup var glossaries: GlossaryOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        switch format ?? Self.format(of: output.output) {
        case .omegat, .deepl:
            guard let to, to != from else {
                throw ValidationError("OmegaT and DeepL take two languages: --from \(from) --to LANGUAGE")
            }
            if languages != nil { throw ValidationError("--languages is for tables; here --from and --to name two") }
        case .tbx, .csv, .tsv:
            if to != nil { throw ValidationError("--to is for --format omegat and deepl; tables take --languages") }
        }
    }

    func run() throws {
        let glossary = try glossary()
        let out = try OutputFile(output.output)
        let wanted = languages?.languages ?? glossary.languages
        let reports = LimitedReports(output.console)
        let target = to ?? .undetermined
        let isCSV = output.output?.hasSuffix(".csv") ?? false
        var pairs: Int?
        switch format ?? Self.format(of: output.output) {
        case .tbx: try TBXWriter.write(glossary) { try out.write($0) }
        case .csv: try GlossaryTable.write(glossary, separator: .comma, languages: wanted) { try out.write($0) }
        case .tsv: try GlossaryTable.write(glossary, separator: .tab, languages: wanted) { try out.write($0) }
        case .omegat:
            pairs = try OmegaTGlossary.write(
                glossary, separator: isCSV ? .comma : .tab, from: from, to: target, report: reports.report
            ) { try out.write($0) }
        case .deepl:
            pairs = try DeepLGlossary.write(
                glossary, separator: isCSV ? .comma : .tab, from: from, to: target, report: reports.report
            ) { try out.write($0) }
        }
        try out.finish()
        reports.finish(file: output.output)
        guard let pairs else { return }
        output.console.report(
            Diagnostic(
                .note, code: "glossary.pairs", file: output.output,
                message: "\(pairs) pairs of \(glossary.concepts.count) concepts"))
        if pairs == 0 { throw ExitCode(1) }
    }

    private func glossary() throws -> Glossary {
        let input = InputFile(path: name)
        // A name that looks like a file's; the shipped glossaries need not be read then.
        if name.utf8.contains(where: { $0 == 0x2E || $0 == 0x2F }), input.exists {
            return try GlossaryFile.read(input, console: output.console)
        }
        let shelf = try glossaries.shelf(output.console)
        if let known = try shelf.files().first(where: { $0.name.utf8.elementsEqual(name.utf8) }) { return known }
        throw Diagnostic(
            .error, code: "glossary.unknown", message: "no glossary is called \"\(name)\"",
            hint: "dragoman glossary list names them")
    }

    private static func format(of path: String?) -> GlossaryFormat {
        guard let path else { return .tbx }
        if path.hasSuffix(".csv") { return .csv }
        if path.hasSuffix(".tsv") || path.hasSuffix(".txt") { return .tsv }
        if path.hasSuffix(".utf8") { return .omegat }
        return .tbx
    }
}
