import ArgumentParser
import Dragoman

/// Options of commands that change many units of a memory.
struct ChangeOptions: ParsableArguments {
    @Flag(help: "Change nothing; tell what would be done.")
    var dryRun = false

    @Option(help: "Most changes to show; 0 for all.")
    var examples = 10

    @Option(help: "Why, for the memory's history. Default: the command's arguments.")
    var note: String?

    func validate() throws {
        guard examples >= 0 else { throw ValidationError("--examples wants a number from 0 up") }
    }

    func revision(_ action: String) -> RevisionInfo {
        let arguments = CommandLine.arguments.drop { $0 != action }.dropFirst()
        return .byCommand(action, note: note ?? arguments.joined(separator: " "))
    }
}
