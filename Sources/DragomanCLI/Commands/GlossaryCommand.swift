import ArgumentParser

struct GlossaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "glossary",
        abstract: "Care of the glossaries: list, import, export, add, edit, remove.",
        subcommands: [
            GlossaryListCommand.self, GlossaryImportCommand.self, GlossaryExportCommand.self, GlossaryAddCommand.self,
            GlossaryEditCommand.self, GlossaryRemoveCommand.self,
        ])
}
