import ArgumentParser
import Dragoman

struct MemoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "memory", abstract: "Care of a memory.",
        subcommands: [
            MemoryStatsCommand.self, MemoryHistoryCommand.self, MemoryUndoCommand.self, MemoryVerifyCommand.self,
            MemoryIndexCommand.self, MemoryDedupeCommand.self, MemoryEditCommand.self, MemoryDeleteCommand.self,
            MemoryMergeCommand.self, MemoryRelinkCommand.self,
        ])
}

struct MemoryStatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "stats", abstract: "A memory in numbers.")

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let statistics = try memory.openExisting().statistics()
        let variants = statistics.variants.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        let out = try OutputFile(output.output)
        if output.json {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("units", statistics.units)
                writer.key("variants")
                writer.object { writer in
                    for (language, count) in variants {
                        writer.member(language.description, count)
                    }
                }
                writer.member("termLinks", statistics.termLinks)
                writer.member("revisions", statistics.revisions)
                writer.member("bytes", statistics.bytes)
                writer.member("icu", statistics.icu)
            }
            writer.newline()
            try out.write(writer.bytes)
        } else {
            try out.line(memory.path)
            try out.line("  units       \(statistics.units)")
            try out.line("  variants    \(variants.map { "\($0.key) \($0.value)" }.joined(separator: "  "))")
            try out.line("  term links  \(statistics.termLinks)")
            try out.line("  revisions   \(statistics.revisions)")
            try out.line("  size        \(statistics.bytes) bytes")
            try out.line("  made with   ICU \(statistics.icu), \(statistics.created)")
        }
        try out.finish()
    }
}
