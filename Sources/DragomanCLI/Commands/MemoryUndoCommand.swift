import ArgumentParser
import Dragoman

struct MemoryUndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Takes back what a revision did: an import, an ingest, an undo.",
        discussion: """
            dragoman memory history
            dragoman memory undo 17

            Units the revision made go, units it changed are as they were before. That is a revision, too, and can be taken \
            back. Units that were changed since stop it, unless they are to be kept.
            """)

    @Argument(help: "The revision's number, as memory history shows it.")
    var revision: Int64

    @Flag(help: "Leave units as they are that were changed since.")
    var keepChanged = false

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let report = try memory.openExisting(readOnly: false).undo(
            revision, keepsChanged: keepChanged, as: .byCommand("undo", note: "revision \(revision)"))
        let out = try OutputFile(output.output)
        if output.json {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("removed", report.removed)
                writer.member("restored", report.restored)
                writer.member("recreated", report.recreated)
                writer.member("kept", report.kept)
                if let revision = report.revision { writer.member("revision", Int(revision)) }
            }
            writer.newline()
            try out.write(writer.bytes)
        } else {
            let kept = report.kept > 0 ? ", \(report.kept) kept as they are" : ""
            try out.line(
                "\(memory.path): \(report.removed) removed, \(report.restored) restored, \(report.recreated) there again\(kept)"
            )
        }
        try out.finish()
    }
}
