import ArgumentParser
import Dragoman

/// Which glossaries are used.
struct GlossaryOptions: ParsableArguments {
    @Option(name: .long, help: "A glossary file (TBX, CSV or TSV), before all others; may be repeated.")
    var glossary: [String] = []

    @Flag(help: "Neither the shipped glossaries nor the names of CLDR.")
    var noDefaultGlossaries = false

    /// The shelf these options describe.
    func shelf(_ console: Console) throws -> GlossaryShelf {
        var shelf = GlossaryShelf(hasDefaults: !noDefaultGlossaries)
        for path in glossary {
            shelf.add(try GlossaryFile.read(InputFile(path: path), console: console))
        }
        for path in GlossaryFolder.files() {
            shelf.add(
                try GlossaryFile.read(InputFile(path: path), limits: GlossaryFile.keptLimits, console: console))
        }
        return shelf
    }
}
