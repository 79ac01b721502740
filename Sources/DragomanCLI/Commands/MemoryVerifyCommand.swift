import ArgumentParser
import Dragoman

struct MemoryVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Reads a whole memory and its indexes and tells what is not as it should be.",
        discussion: "Ends with 0 when all is well and with 1 when something is not.")

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let store = try memory.openExisting()
        let out = try OutputFile(output.output)
        var problems: [String] = []
        func note(_ problem: String) throws {
            problems.append(problem)
            if !output.json { try out.line("\(memory.path): \(problem)") }
        }
        try store.verify(note)
        for language in try store.languages() {
            guard let file = IndexFile(store, language: language), file.exists else { continue }
            do {
                try FuzzyIndex(path: file.path).verify()
            } catch {
                try note("\(file.path): the index is \(error.kind.rawValue); it may be deleted")
            }
        }
        try store.verifyConcordance(note)
        if output.json {
            var writer = JSONWriter()
            writer.object { writer in
                writer.key("problems")
                writer.array { writer in for problem in problems { writer.string(problem) } }
            }
            writer.newline()
            try out.write(writer.bytes)
        } else if problems.isEmpty {
            try out.line("\(memory.path): all is well")
        }
        try out.finish()
        if !problems.isEmpty { throw ExitCode(1) }
    }
}
