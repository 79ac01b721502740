import ArgumentParser
import Dragoman

struct GlossaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "glossary",
        abstract: "Care of the glossaries: list, import, export.",
        subcommands: [GlossaryListCommand.self, GlossaryImportCommand.self, GlossaryExportCommand.self])
}

struct GlossaryListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The glossaries in use, with their concepts and languages.")

    @OptionGroup var glossaries: GlossaryOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let shelf = try glossaries.shelf(output.console)
        let all = try shelf.files()
        let out = try OutputFile(output.output)
        if output.json {
            var writer = JSONWriter()
            writer.array { writer in
                for glossary in all { Self.json(glossary, &writer) }
            }
            writer.newline()
            try out.write(writer.bytes)
        } else {
            for glossary in all {
                let languages = Self.counts(glossary).map { "\($0.language) \($0.concepts)" }
                try out.line("\(glossary.name)  \(glossary.concepts.count) concepts")
                try out.line("    \(languages.joined(separator: "  "))")
            }
            if shelf.hasDefaults {
                try out.line(
                    "\(CLDRGlossary.name)  regions, languages and currencies of CLDR \(ICUVersion.cldr), built in")
            }
        }
        try out.finish()
    }

    private static func counts(_ glossary: Glossary) -> [(language: LanguageTag, concepts: Int)] {
        var counts: [LanguageTag: Int] = [:]
        for concept in glossary.concepts {
            for language in Set(concept.languages) { counts[language, default: 0] += 1 }
        }
        return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func json(_ glossary: Glossary, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", glossary.name)
            writer.member("description", glossary.description)
            writer.member("concepts", glossary.concepts.count)
            writer.key("languages")
            writer.object { writer in
                for count in counts(glossary) {
                    writer.member(count.language.description, count.concepts)
                }
            }
        }
    }
}

struct GlossaryImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Keep glossary files for every run.",
        discussion: """
            dragoman glossary import terms.csv --name finance

            They are kept as TBX in $XDG_DATA_HOME/dragoman/glossaries, and used before the shipped ones.
            """)

    @Argument(help: "TBX, CSV or TSV files.")
    var files: [String]

    @Option(help: "Name to keep a single file under; its file name if not given.")
    var name: String?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if name != nil, files.count != 1 { throw ValidationError("--name goes with a single file") }
        if let name, name.isEmpty || name.utf8.contains(0x2F) || name.hasPrefix(".") {
            throw ValidationError("a name without slashes, please")
        }
    }

    func run() throws {
        try DataFolder.make(GlossaryFolder.path)
        let out = try OutputFile(output.output)
        var failures = Failures(output.console)
        for path in files {
            try failures.attempt {
                let glossary = try GlossaryFile.read(InputFile(path: path), name: name, console: output.console)
                let place = "\(GlossaryFolder.path)/\(glossary.name).tbx"
                let file = try OutputFile(place)
                try TBXWriter.write(glossary) { try file.write($0) }
                try file.finish()
                try out.line("\(glossary.name)  \(glossary.concepts.count) concepts, kept in \(place)")
            }
        }
        try out.finish()
        try failures.finish()
    }
}

struct GlossaryExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a glossary as TBX, CSV or TSV.",
        discussion: """
            dragoman glossary export diplomacy -o diplomacy.tbx
            dragoman glossary export diplomacy --languages en,fr -o diplomacy.csv
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case tbx, csv, tsv
    }

    @Argument(help: "The glossary's name, as list gives it.")
    var name: String

    @Option(help: "Format; by the ending of the output's name if not given, else TBX.")
    var format: Format?

    @Option(help: "Languages of a table, with commas between; all if not given.")
    var languages: LanguageList?

    @OptionGroup var glossaries: GlossaryOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let shelf = try glossaries.shelf(output.console)
        guard let glossary = try shelf.files().first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
            throw Diagnostic(
                .error, code: "glossary.unknown", message: "no glossary is called \"\(name)\"",
                hint: "dragoman glossary list names them")
        }
        let out = try OutputFile(output.output)
        let wanted = languages?.languages ?? glossary.languages
        switch format ?? Self.format(of: output.output) {
        case .tbx: try TBXWriter.write(glossary) { try out.write($0) }
        case .csv: try GlossaryTable.write(glossary, separator: .comma, languages: wanted) { try out.write($0) }
        case .tsv: try GlossaryTable.write(glossary, separator: .tab, languages: wanted) { try out.write($0) }
        }
        try out.finish()
    }

    private static func format(of path: String?) -> Format {
        if let path, path.hasSuffix(".csv") { return .csv }
        if let path, path.hasSuffix(".tsv") || path.hasSuffix(".txt") { return .tsv }
        return .tbx
    }
}
