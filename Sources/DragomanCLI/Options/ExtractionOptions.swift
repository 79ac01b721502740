import ArgumentParser
import Dragoman

/// How terms are proposed.
struct ExtractionOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, tbx
    }

    @Flag(help: "Propose terms that no glossary has, from press copy.")
    var extract = false

    @Option(help: "With --extract: how often a term must stand in the copy; explained acronyms need it once.")
    var minCount = 2

    @Option(help: "With --extract: most terms to propose, the best ones; 0 for all.")
    var limit = 100

    @Option(help: "With --extract: text or TBX; by the ending of the output's name if not given.")
    var format: Format?

    @OptionGroup var memory: MemoryOptions

    func validate() throws {
        guard minCount >= 1 else { throw ValidationError("--min-count wants a number from 1 up") }
        guard limit >= 0 else { throw ValidationError("--limit wants a number from 0 up") }
    }
}
