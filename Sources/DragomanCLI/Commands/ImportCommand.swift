import ArgumentParser
import Dragoman

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Files of translations into the memory: TMX, XLIFF, PO, CSV, TSV, parallel texts.",
        discussion: """
            dragoman import memory.tmx
            dragoman import table.tsv --mode replace --memory desk.db
            dragoman import back-from-translation.xlf
            dragoman import fr.po --to fr-CA
            dragoman import client.tmx.gz --map en=en-US --map zh-Hans=zh-CN
            dragoman import archive.tmx --faithful
            dragoman import excel.csv --columns English=en,French=fr,Client=-
            dragoman import corpus.en corpus.fr --from moses

            Files may be packed with gzip. Of XLIFF and PO the accepted translations are taken; the rest is counted by \
            reason. A file is taken whole or not at all. One that holds more of something than any real file does is \
            refused, with the limit that would let it pass.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case tmx, xliff, po, csv, tsv, moses
    }

    @Argument(help: "Files; - for standard input. With --from moses two, the source and its translation line by line.")
    var files: [String]

    @Option(help: "Format of the files; told from their content if not given.")
    var from: Format?

    @Option(help: "The language of sources, where an XLIFF or PO file does not say.")
    var lang: LanguageTag = .english

    @Option(help: "The language of translations, where an XLIFF or PO file does not say.")
    var to: LanguageTag?

    @Option(help: "When the memory has another translation: keep it, replace it, or add-variant.")
    var mode: ImportMode = .keep

    @Option(
        name: .customLong("map"),
        help: ArgumentHelp(
            "Languages as they are called here and as the files call them: en=en-US,fr=fr-FR. May be repeated.",
            valueName: "name=name-in-file"))
    var mapLists: [LanguageMapList] = []

    var maps: [LanguageMap] { mapLists.flatMap(\.maps) }

    @Flag(
        help: "Of TMX keep the header too, and units apart that have the same source, for export --faithful.")
    var faithful = false

    @OptionGroup var table: TableOptions
    @OptionGroup(title: "Limits") var limits: ImportLimits
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if from == .moses, files.count != 2 {
            throw ValidationError("--from moses takes two files: the source and its translation")
        }
        for (index, map) in maps.enumerated()
        where maps[..<index].contains(where: { $0.nameInFile == map.nameInFile && $0.name != map.name }) {
            throw ValidationError("--map gives \(map.nameInFile) two names")
        }
    }

    func run() throws {
        FreedMemory.giveLargeBlocksBack()
        let store = try memory.open()
        let out = try OutputFile(output.output)
        var failures = Failures(output.console)
        var reports: [FileReport] = []
        for path in from == .moses ? Array(files.prefix(1)) : files {
            try failures.attempt {
                var report = FileReport(path: path)
                defer { reports.append(report) }
                do {
                    try importFile(InputFile(path: path), into: store, &report)
                } catch let problem as Diagnostic {
                    let problem = ImportLimits.hinted(problem)
                    report.failure = problem
                    throw problem
                }
                if !output.json { try out.write(report.text) }
            }
        }
        if output.json { try out.write(FileReport.json(reports)) }
        try out.finish()
        updateIndexes(store, reports)
        try failures.finish()
    }

    /// So that the first match after a large import need not wait. An index that cannot be written is made when one is
    /// needed.
    private func updateIndexes(_ store: SQLiteStore, _ reports: [FileReport]) {
        var sources: [LanguageTag: Int] = [:]
        for report in reports where report.failure == nil { sources.merge(report.sources, uniquingKeysWith: +) }
        var progress = Progress(quiet: output.quiet || output.json)
        defer { progress.finish() }
        for (language, count) in sources.sorted(by: { $0.key < $1.key })
        where count >= Self.worthIndexing || IndexFile(store, language: language)?.exists ?? false {
            progress.update("index of \(language)")
            _ = try? SegmentIndex.update(store, language: language)
        }
    }

    /// Units of one source language.
    private static let worthIndexing = 5_000

    private func importFile(_ input: InputFile, into store: SQLiteStore, _ report: inout FileReport) throws {
        let source = try UnpackedInput(input)
        var progress = Progress(quiet: output.quiet || output.json)
        defer { progress.finish() }
        progress.update(input.path, read: 0, of: source.size, "0 units")
        let format = try self.format(of: source, input)
        report.format = format.rawValue
        if faithful, format != .tmx {
            throw Diagnostic(.error, code: "import.faithful", file: input.path, message: "--faithful is for TMX alone")
        }
        if table.isGiven, format != .csv, format != .tsv {
            throw Diagnostic(.error, code: "import.columns", file: input.path, message: "--columns is for tables alone")
        }
        let console = output.console
        let known = try store.languages()
        var renaming = LanguageRenaming(maps)
        var repeated = faithful ? RepeatedUnits(file: input.path) : nil
        let revision = RevisionInfo.byCommand("import", note: input.path)
        // Written to at every step, and handed over when all is done or nothing was.
        var made = report
        defer { report = made }
        made.stored = try store.write(
            mode: mode, termLinks: .whenPresent, revision: revision, size: source.size
        ) { add in
            var heads: [UTF8Text] = []
            try ReadAhead.run(size: { $0.roughSize }, prepare: { PreparedUnit($0) }) { emit in
                func take(_ unit: TranslationUnit) throws {
                    if maps.isEmpty, repeated == nil {
                        made.take(unit)
                        return try emit(unit)
                    }
                    var unit = unit
                    renaming.rename(&unit)
                    repeated?.mark(&unit)
                    made.take(unit)
                    try emit(unit)
                }
                func next() throws -> [UInt8] {
                    let piece = try source.next()
                    progress.update(input.path, read: source.position, of: source.size, "\(made.read) units")
                    return piece
                }
                func note(_ diagnostic: Diagnostic) {
                    // The first of each kind; a broken file has thousands.
                    if made.take(diagnostic) { console.report(diagnostic) }
                }
                try read(
                    format, input, next, report: note, head: { heads.append($0) },
                    leftOut: { made.leftOut[$0, default: 0] += 1 }, unit: take)
                for problem in languageProblems(renaming.unmet, made, known) { note(problem) }
            } take: { unit in
                _ = try add(unit)
            }
            for head in heads { try store.keepHead(head, ofFile: input.path) }
        }
    }

    /// Reads a file of a format; the head only where it is kept.
    private func read(
        _ format: Format, _ input: InputFile, _ next: @escaping ByteSource, report note: @escaping (Diagnostic) -> Void,
        head: (UTF8Text) -> Void, leftOut: @escaping (LeftOut) -> Void, unit take: (TranslationUnit) throws -> Void
    ) throws {
        switch format {
        case .tmx:
            var reader = TMXReader(file: input.path)
            reader.limits = limits.limits
            try reader.read(
                next, report: note, header: { if faithful { head(try $0.document) } }, unit: take)
        case .xliff:
            var translations = XLIFFTranslations(file: input.path, source: lang, target: to)
            var reader = XLIFFReader(file: input.path)
            reader.keepsEverything = false
            reader.limits = limits.limits
            try reader.read(next, report: note) { event in
                try translations.take(event, leftOut: leftOut, unit: take)
            }
        case .po:
            var translations = POTranslations(file: input.path, source: lang, target: to)
            var reader = POReader(file: input.path)
            reader.limits = limits.limits
            try reader.read(
                next, report: note, header: { translations.take($0) }
            ) { entry, line in
                try translations.take(entry, line: line, leftOut: leftOut, unit: take)
            }
        case .csv, .tsv:
            try BilingualTable.read(
                next, file: input.path, separator: format == .csv ? nil : .tab,
                columns: table.columns, limits: limits.limits, report: note, unit: take)
        case .moses:
            try readMoses(next, leftOut: leftOut, unit: take)
        }
    }

    /// What is told of languages that do not meet, which would otherwise look like a success.
    private func languageProblems(
        _ unmet: [LanguageMap], _ report: FileReport, _ known: [LanguageTag]
    ) -> [Diagnostic] {
        func list(_ languages: some Sequence<LanguageTag>) -> String {
            languages.sorted().map(\.description).joined(separator: ", ")
        }
        guard !report.languages.isEmpty else { return [] }
        let here = list(report.languages.keys)
        var problems = unmet.map {
            Diagnostic(
                .warning, code: "import.map", file: report.path,
                message: "--map \($0) met nothing: there is no text in \($0.nameInFile)",
                hint: "the texts are in \(here) now")
        }
        let meets = report.languages.keys.contains { one in known.contains { $0.language == one.language } }
        if !known.isEmpty, !meets {
            problems.append(
                Diagnostic(
                    .warning, code: "import.languages", file: report.path,
                    message: "no language of the file (\(here)) is one of the memory (\(list(known)))",
                    hint:
                        "if one is only called otherwise, memory undo takes this back and --map NAME=NAME-IN-FILE maps it"
                ))
        }
        return problems
    }

    private func format(of source: UnpackedInput, _ input: InputFile) throws -> Format {
        if let from { return from }
        let head = try source.head(4096)
        guard !head.isEmpty else {
            throw Diagnostic(.error, code: "input.empty", file: input.path, message: "the file is empty")
        }
        switch FileFormat.detect(head, name: source.name) {
        case .tmx: return .tmx
        case .xliff: return .xliff
        case .po: return .po
        case .csv: return .csv
        case .tsv: return .tsv
        case .tbx:
            throw Diagnostic(
                .error, code: "import.format", file: input.path, message: "this is a glossary",
                hint: "dragoman glossary import takes it")
        case .unknown where table.isGiven: return .csv
        case .unknown:
            throw Diagnostic(
                .error, code: "import.format", file: input.path,
                message: "this is no TMX, XLIFF or PO and no table of translations",
                hint: "--from tmx, xliff, po, csv, tsv or moses names the format")
        }
    }
}
