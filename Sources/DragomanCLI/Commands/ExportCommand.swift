import ArgumentParser
import Dragoman

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "The memory as TMX, XLIFF, PO, CSV, TSV or parallel texts.",
        discussion: """
            dragoman export -o memory.tmx
            dragoman export --languages en,fr -o en-fr.tsv
            dragoman export --languages fr --untranslated -o for-translation.xlf
            dragoman export --concept digital-technology/digital-economy -o term.tmx
            dragoman export --as-of 17 -o before.tmx
            dragoman export --since-revision 18 -o new.tmx
            dragoman export --faithful -o archive.tmx.gz
            dragoman export --languages fr --format moses -o corpus
            dragoman export --level 1 --tmx-version 1.1 -o for-an-old-tool.tmx

            TMX is written as other tools take it; with --faithful as it was read. A name in .gz is packed with gzip. \
            With --since-revision the units that were deleted are told on standard error. With --json the numbers of units, and \
            those deleted, go to standard output; the memory goes to --output then.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case tmx, xliff, xliff2, po, csv, tsv, moses
    }

    @Option(help: "Format; by the ending of the output's name if not given, else TMX.")
    var format: Format?

    @Option(help: "Only these languages, with commas between.")
    var languages: LanguageList?

    @Option(help: "The source language the file names; English if the memory has it, none if its units name none.")
    var from: LanguageTag?

    @Option(help: "The memory as it was after this revision (see memory history); 0 is before the first.")
    var asOf: Int64?

    @Option(help: "Only units that this revision or a later one made or changed.")
    var sinceRevision: Int64?

    @Option(
        help: "The last revision --since-revision takes, and the state the units are in; the last of all if not given.")
    var untilRevision: Int64?

    @Flag(help: "Units without a translation too.")
    var untranslated = false

    @OptionGroup var tmx: TMXOptions
    @OptionGroup var origins: OriginOptions
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if asOf != nil, sinceRevision != nil {
            throw ValidationError("--as-of and --since-revision contradict each other")
        }
        if untilRevision != nil, sinceRevision == nil {
            throw ValidationError("--until-revision goes with --since-revision")
        }
        if let sinceRevision, let untilRevision, untilRevision < sinceRevision {
            throw ValidationError("--until-revision comes before --since-revision")
        }
        if tmx.isGiven, (format ?? Self.format(of: output.output)) != .tmx {
            throw ValidationError("--faithful, --level, --tmx-version and --context are for TMX")
        }
        if format == .moses, output.output ?? "-" == "-" {
            throw ValidationError("--format moses writes two files, NAME.en and NAME.fr: --output NAME")
        }
        if output.json, output.output ?? "-" == "-" {
            throw ValidationError("--json wants the export in a file: --output")
        }
    }

    func run() throws {
        let store = try memory.openExisting()
        let selection = try UnitSelection(
            store, try origins.filter(output.console), asOf: asOf, since: sinceRevision, until: untilRevision)
        let known = try selection.languages()
        let source = from ?? (known.contains { $0.language == "en" } ? .english : known.first ?? .english)
        let format = format ?? Self.format(of: output.output)
        let isTemplate = format == .po && output.output.map { $0.hasSuffix(".pot") || $0.hasSuffix(".pot.gz") } ?? false
        var targets = languages?.languages.filter { !$0.covers(source) }
        if [.xliff, .xliff2, .po, .moses].contains(format), !isTemplate {
            targets = [try Self.onlyTarget(targets ?? known.filter { !source.covers($0) })]
        }
        if format == .moses, let base = output.output {
            return try writeMoses(selection, source, targets?.first ?? .undetermined, base: base)
        }
        let out = try OutputFile(output.output)
        let packed = output.output?.hasSuffix(".gz") ?? false ? try GzipOutput { try out.write($0) } : nil
        let sink: ByteSink = { bytes in
            if let packed { try packed.write(bytes) } else { try out.write(bytes) }
        }
        var progress = Progress(quiet: output.quiet)
        var count = 0
        let wantsAll = untranslated || isTemplate || tmx.faithful && targets == nil
        func wanted(_ unit: TranslationUnit) -> Bool {
            if wantsAll { return true }
            guard let targets else { return unit.variants.count > 1 }
            return targets.contains { !unit.variants(in: $0).isEmpty }
        }
        // Rows are read on one thread and written on another, and taken apart by the one that has time for it. No
        // `write` may ask the store, which one thread has.
        func each(_ write: (TranslationUnit) throws -> Void) throws {
            try ReadAhead.run(size: { $0.size }, prepare: { selected in Result { try selected.unit() } }) { emit in
                try selection.forEachSelected(emit)
            } take: { result in
                let unit = try result.get()
                guard wanted(unit) else { return }
                count += 1
                try write(unit)
                progress.update("\(count) units")
            }
        }
        var dropped = 0
        switch format {
        case .tmx:
            let isOpen = try from == nil && Self.leavesSourceOpen(selection, wanted)
            let options = tmx.options(isOpen ? nil : source)
            dropped =
                tmx.faithful
                ? try writeFaithfulTMX(head(store, selection, wanted), options.header, to: sink, units: each)
                : try writeTMX(options, to: sink, units: each)
        case .xliff, .xliff2:
            dropped = try Self.writeXLIFF(
                format == .xliff ? .v1_2 : .v2_1, source, targets?.first ?? .undetermined, to: sink, units: each)
        case .po:
            dropped = try writePO(source, isTemplate ? nil : targets?.first, to: sink, units: each)
        case .csv, .tsv:
            var writer = try BilingualTable.Writer(
                separator: format == .csv ? .comma : .tab, languages: languages?.languages ?? known, to: sink)
            try each { try writer.write($0) }
            try writer.finish()
            dropped = writer.droppedCharacters
        case .moses: break
        }
        progress.finish()
        try packed?.finish()
        try out.finish()
        if dropped > 0 {
            output.console.report(
                Diagnostic(
                    .warning, code: "export.characters", file: output.output,
                    message: "\(dropped) control characters were left out, which \(format.rawValue) cannot hold"))
        }
        let deleted = try selection.deletedUnits()
        if output.json {
            let summary = try OutputFile(nil)
            try summary.write(Self.summary(count, deleted))
            try summary.finish()
        } else if deleted.count > 0 {
            output.console.report(
                Diagnostic(
                    .note, code: "export.deleted", file: memory.path,
                    message:
                        "\(deleted.count.counted("unit")) \(deleted.count == 1 ? "was" : "were") deleted: \(deleted)"))
        }
        guard count == 0, deleted.count == 0 else { return }
        output.console.report(
            Diagnostic(
                .note, code: "export.empty", file: memory.path,
                message: "no unit has what was asked for; none was written"))
        throw ExitCode(1)
    }

    static func summary(_ count: Int, _ deleted: NumberRanges) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("units", count)
            writer.key("deleted")
            writer.array { writer in for number in deleted.numbers { writer.number(Int(number)) } }
        }
        writer.newline()
        return writer.bytes
    }

    private struct Found: Error {}

    /// Whether no unit says what language its source is in, as those of a TMX file of `*all*`. O(units) if so, else it
    /// stops at the first one that does.
    private static func leavesSourceOpen(
        _ selection: UnitSelection, _ isWanted: (TranslationUnit) -> Bool
    ) throws -> Bool {
        var hasUnits = false
        do {
            try selection.forEachUnit { unit in
                guard isWanted(unit) else { return }
                hasUnits = true
                if unit.sourceLanguage != nil { throw Found() }
            }
        } catch is Found {
            return false
        }
        return hasUnits
    }

    /// The file the first unit came from and its head, if the memory has that.
    private func head(
        _ store: SQLiteStore, _ selection: UnitSelection, _ isWanted: (TranslationUnit) -> Bool
    ) throws -> FileHead? {
        var file: String?
        do {
            try selection.forEachUnit { unit in
                guard isWanted(unit) else { return }
                file = unit.origin.name
                throw Found()
            }
        } catch is Found {}
        guard let file, let document = try store.head(ofFile: file) else { return nil }
        return FileHead(file: file, header: try TMXHeader(document: document))
    }

    /// What a file had before its first unit.
    struct FileHead {
        let file: String
        let header: TMXHeader
    }

    private static func format(of path: String?) -> Format {
        let path = path.map { $0.hasSuffix(".gz") ? String($0.dropLast(3)) : $0 }
        if let path, path.hasSuffix(".csv") { return .csv }
        if let path, path.hasSuffix(".xlf") || path.hasSuffix(".xliff") { return .xliff }
        if let path, path.hasSuffix(".po") || path.hasSuffix(".pot") { return .po }
        if let path, path.hasSuffix(".tsv") || path.hasSuffix(".txt") { return .tsv }
        return .tmx
    }
}
