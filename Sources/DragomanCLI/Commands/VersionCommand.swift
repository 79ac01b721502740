import ArgumentParser
import Dragoman

/// What `--version` runs.
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "The version, and those of the data it works with.", shouldDisplay: false)

    @Flag(help: "As JSON, with Unicode, CLDR and a hash of the language data.")
    var json = false

    func run() throws {
        let output = try OutputFile(nil)
        if json {
            var writer = JSONWriter()
            writer.object {
                $0.member("dragoman", DragomanVersion.current)
                $0.member("icu", ICUVersion.icu)
                $0.member("unicode", ICUVersion.unicode)
                $0.member("cldr", ICUVersion.cldr)
                $0.member("rules", String(LanguageData.hash, radix: 16))
            }
            writer.newline()
            try output.write(writer.bytes)
        } else {
            try output.line("dragoman \(DragomanVersion.current) (ICU \(ICUVersion.icu))")
        }
        try output.finish()
    }
}
