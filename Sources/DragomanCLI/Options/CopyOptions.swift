import ArgumentParser
import Dragoman

/// What is known of some press copy: its language, format and encoding.
struct CopyOptions: ParsableArguments {
    @Option(help: "Language of the copy; identified if not given.")
    var lang: LanguageTag?

    @Option(
        help: ArgumentHelp(
            "The format of the copy; told by its content if not given. A language tag here is the language.",
            valueName: PressFormat.allCases.map(\.rawValue).joined(separator: "|")))
    var from: CopyArgument?

    @Option(help: "Encoding of the files; detected if not given.")
    var encoding: String?

    var language: LanguageTag? { lang ?? from?.language }
}
