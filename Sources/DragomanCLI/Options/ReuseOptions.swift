import ArgumentParser
import Dragoman

/// What is translated or analyzed, how its segments are found, and what they are compared with.
struct ReuseOptions: ParsableArguments {
    @Option(help: "Language of the copy; identified if not given.")
    var lang: LanguageTag?

    @Option(
        help: ArgumentHelp(
            "The format of the copy; told by its content if not given. A language tag here is the language.",
            valueName: PressFormat.allCases.map(\.rawValue).joined(separator: "|")))
    var from: CopyArgument?

    @Option(help: "press: the copy without its furniture; text: all of it.")
    var profile: Profile = .press

    @Option(help: "Encoding of the files; detected if not given.")
    var encoding: String?

    @OptionGroup var segmentation: SegmentationOptions
    @OptionGroup var glossaries: GlossaryOptions
    @OptionGroup var memories: MatchOptions

    /// What makes segments of the copy.
    func desk(to target: LanguageTag, _ shelf: GlossaryShelf, _ console: Console) throws -> PressDesk {
        PressDesk(
            shelf: shelf,
            options: .init(
                language: lang ?? from?.language, targets: [target], encoding: encoding, format: from?.format,
                sentences: try segmentation.rules(newlines: .auto, console), profile: profile))
    }
}
