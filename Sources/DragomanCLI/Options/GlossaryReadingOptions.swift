import ArgumentParser
import Dragoman

/// How glossary files are read that do not say themselves what they are.
struct GlossaryReadingOptions: ParsableArguments {
    @Option(help: "Format of the files; told from their content if not given.")
    var format: GlossaryFormat?

    @Option(help: "The language of source terms.")
    var from: LanguageTag = .english

    @Option(help: "The language of target terms, for formats that do not say it: omegat, deepl.")
    var to: LanguageTag?

    @OptionGroup var table: TableOptions
}

/// The formats of glossary files.
enum GlossaryFormat: String, ExpressibleByArgument, CaseIterable {
    case tbx, csv, tsv, omegat, deepl
}
