import ArgumentParser
import Dragoman

/// Options of every command that prints.
struct OutputOptions: ParsableArguments {
    @Option(
        name: [.short, .long], help: "Write to FILE instead of standard output; it is replaced only when all is done.")
    var output: String?

    @Flag(name: [.short, .long], help: "No notes and warnings, no progress.")
    var quiet = false

    @Flag(help: "No colour.")
    var noColor = false

    @Flag(help: "Answer as one JSON document.")
    var json = false

    var console: Console { Console(quiet: quiet, noColor: noColor) }
}
