import ArgumentParser
import Dragoman

/// Which glossaries are used.
struct GlossaryOptions: ParsableArguments {
    @Option(name: .long, help: "A glossary file (TBX, CSV or TSV), before all others; may be repeated.")
    var glossary: [String] = []

    @Flag(help: "Neither the shipped glossaries nor the names of CLDR.")
    var noDefaultGlossaries = false

    @Flag(help: "Read and build all glossaries anew, without their compiled forms in $XDG_CACHE_HOME/dragoman.")
    var noCache = false

    /// The shelf these options describe.
    func shelf(_ console: Console) throws -> GlossaryShelf {
        var shelf = GlossaryShelf(
            hasDefaults: !noDefaultGlossaries,
            cache: noCache ? nil : CacheFolder.path.flatMap { GlossaryCache(folder: $0) })
        for path in glossary { try add(path, to: &shelf, XMLLimits(), console) }
        for path in GlossaryFolder.files() { try add(path, to: &shelf, GlossaryFile.keptLimits, console) }
        return shelf
    }

    private func add(
        _ path: String, to shelf: inout GlossaryShelf, _ limits: XMLLimits, _ console: Console
    ) throws {
        let reports = try shelf.add(file: path) {
            try GlossaryFile.readAndTell(InputFile(path: path), limits: limits, console: console)
        }
        for report in reports { console.report(report) }
    }
}
