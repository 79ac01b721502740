import ArgumentParser
import Dragoman
import Glibc

/// The command line: one subcommand a verb.
struct DragomanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dragoman",
        abstract: "Clean press copy, find its terms, and keep its translations.",
        discussion: """
            dragoman ingest release.txt --to fr,zh --tmx out.tmx   the whole way
            dragoman normalize page.html                           press copy to clean text
            dragoman lookup "digital economy" --to fr,sw           a term in the glossaries
            dragoman export -o memory.tmx                          the memory for other tools

            Results go to standard output, everything else to standard error. Exit codes: 0 success, 1 nothing found,
            2 an input or environment error, 64 wrong usage.
            """,
        subcommands: [
            IngestCommand.self, NormalizeCommand.self, SegmentCommand.self, DetectCommand.self, LookupCommand.self,
            TermsCommand.self, SearchCommand.self, ImportCommand.self, ExportCommand.self,
            GlossaryCommand.self, MemoryCommand.self,
        ])

    @Flag(help: "Print the version; with --json also those of the data it works with.")
    var version = false

    @Flag(help: .hidden)
    var json = false

    func run() throws {
        guard version else { throw CleanExit.helpRequest(self) }
        let output = try OutputFile(nil)
        if json {
            var writer = JSONWriter()
            writer.object {
                $0.key("dragoman")
                $0.string(DragomanVersion.current)
                $0.key("icu")
                $0.string(ICUVersion.icu)
                $0.key("unicode")
                $0.string(ICUVersion.unicode)
                $0.key("cldr")
                $0.string(ICUVersion.cldr)
                $0.key("rules")
                $0.string(String(LanguageData.hash, radix: 16))
            }
            writer.newline()
            try output.write(writer.bytes)
        } else {
            try output.line("dragoman \(DragomanVersion.current) (ICU \(ICUVersion.icu))")
        }
        try output.finish()
    }
}
