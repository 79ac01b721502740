import ArgumentParser
import Dragoman

/// What is translated or analyzed, how its segments are found, and what they are compared with.
struct ReuseOptions: ParsableArguments {
    @Option(help: "press: the copy without its furniture; text: all of it.")
    var profile: Profile = .press

    @OptionGroup var copy: CopyOptions
    @OptionGroup var segmentation: SegmentationOptions
    @OptionGroup var glossaries: GlossaryOptions
    @OptionGroup var memories: MatchOptions

    /// What makes segments of the copy.
    func desk(to target: LanguageTag, _ shelf: GlossaryShelf, _ console: Console) throws -> PressDesk {
        PressDesk(
            shelf: shelf,
            options: .init(
                language: copy.language, targets: [target], encoding: copy.encoding, format: copy.from?.format,
                sentences: try segmentation.rules(newlines: .auto, console), profile: profile))
    }
}
