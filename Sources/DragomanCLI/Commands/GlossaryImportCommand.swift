import ArgumentParser
import Dragoman

struct GlossaryImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Keep glossary files for every run.",
        discussion: """
            dragoman glossary import terms.csv --name finance
            dragoman glossary import client.tbx more.tsv --name finance --mode add-variant
            dragoman glossary import project/glossary/glossary.txt --format omegat --from en --to fr
            dragoman glossary import excel.csv --columns English=en,French=fr,Owner=-

            They are kept as TBX in $XDG_DATA_HOME/dragoman/glossaries, and used before the shipped ones. What is kept \
            under the name already stays: a concept that comes in meets the one of its id, if they share a term, else \
            the one with its source term; what was added, changed and passed over is told.
            """)

    @Argument(help: "TBX, CSV, TSV, OmegaT and DeepL files.")
    var files: [String]

    @Option(help: "Name to keep them under, together; each under its file's name if not given.")
    var name: String?

    @Option(help: "When a concept has other terms in a language: keep them, replace them, or add-variant.")
    var mode: GlossaryMerge.Mode = .keep

    @Flag(help: "Begin anew instead of adding to what is kept under the name.")
    var fresh = false

    @OptionGroup var reading: GlossaryReadingOptions
    @OptionGroup(title: "Limits") var limits: ImportLimits
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let name, name.isEmpty || name.utf8.contains(0x2F) || name.hasPrefix(".") {
            throw ValidationError("a name without slashes, please")
        }
    }

    func run() throws {
        try DataFolder.make(GlossaryFolder.path)
        let out = try OutputFile(output.output)
        var failures = Failures(output.console)
        var reports: [GlossaryImportReport] = []
        for files in name == nil ? files.map({ [$0] }) : [files] {
            let name = name ?? GlossaryFile.name(of: files[0])
            var read: [(file: String, glossary: Glossary)] = []
            for file in files {
                try failures.attempt {
                    let input = InputFile(path: file)
                    do {
                        let glossary = try GlossaryFile.read(
                            input, name: name, reading: reading, limits: limits.limits, console: output.console)
                        read.append((file, glossary))
                    } catch let problem as Diagnostic { throw ImportLimits.hinted(problem) }
                }
            }
            guard !read.isEmpty else { continue }
            try failures.attempt {
                let made = try keep(read, under: name)
                reports += made
                if !output.json { for report in made { try out.write(report.text) } }
            }
        }
        if output.json { try out.write(GlossaryImportReport.json(reports)) }
        try out.finish()
        try failures.finish()
    }

    /// Puts what files hold into one glossary.
    private func keep(
        _ read: [(file: String, glossary: Glossary)], under name: String
    ) throws -> [GlossaryImportReport] {
        let place = "\(GlossaryFolder.path)/\(name).tbx"
        var reports: [GlossaryImportReport] = []
        try FileUpdate.run(place) { bytes in
            var glossary = Glossary(name: name)
            if let bytes, !fresh {
                glossary = try TBXReader.read(bytes, name: name, file: place, limits: GlossaryFile.keptLimits)
            }
            for (file, other) in read {
                var merge = GlossaryMerge(into: glossary, source: reading.from, mode: mode)
                let report = merge.merge(other)
                glossary = merge.glossary
                reports.append(
                    GlossaryImportReport(
                        file: file, name: name, place: place, concepts: glossary.concepts.count, report: report))
            }
            var written: [UInt8] = []
            try TBXWriter.write(glossary) { written += $0 }
            return written
        }
        return reports
    }
}
