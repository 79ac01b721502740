import ArgumentParser

/// Options of the commands that also work as JSONL workers.
struct WorkerOptions: ParsableArguments {
    @Flag(help: "Read one JSON object a line and write one a line, in the same order.")
    var jsonl = false

    @Flag(help: "With --jsonl: end with code 2 at the first record that cannot be answered.")
    var strict = false
}
