import ArgumentParser
import Dragoman

/// How TMX is written.
struct TMXOptions: ParsableArguments {
    @Flag(
        help: """
            TMX as it was read: header, all attributes, notes and codes, edge blanks, spelling of languages; also what other \
            tools may refuse. import --faithful keeps the header and repeated sources.
            """)
    var faithful = false

    @Option(help: "Level of TMX: 1 is text alone, 2 with inline codes.")
    var level: Level = .two

    @Option(help: "Version of TMX: 1.4, or 1.1 for old tools.")
    var tmxVersion: TMXWriter.Version = .v1_4

    @Flag(help: "The segments before and behind and the identifier as properties, as memoQ reads them.")
    var context = false

    enum Level: String, ExpressibleByArgument, CaseIterable {
        case one = "1"
        case two = "2"
    }

    /// Whether anything is asked for that only TMX has.
    var isGiven: Bool { faithful || context || level != .two || tmxVersion != .v1_4 }

    func validate() throws {
        if faithful, context || level != .two || tmxVersion != .v1_4 {
            throw ValidationError("--faithful writes what was read; --level, --tmx-version and --context contradict it")
        }
    }

    func options(_ source: LanguageTag?) -> TMXWriter.Options {
        var options = TMXWriter.Options(
            sourceLanguage: source, toolVersion: DragomanVersion.current, date: Timestamp.now.basicDescription)
        options.version = tmxVersion
        options.hasCodes = level == .two
        return options
    }
}
