import ArgumentParser
import Dragoman

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
            TermsCommand.self, MatchCommand.self, TranslateCommand.self,
            AnalyzeCommand.self, SearchCommand.self, ImportCommand.self,
            ExportCommand.self,
            CheckCommand.self, GlossaryCommand.self, MemoryCommand.self, VersionCommand.self,
        ])

    @Flag(help: "Print the version; with --json also those of the data it works with.")
    var version = false

    func run() throws { throw CleanExit.helpRequest(self) }
}
