import ArgumentParser
import Dragoman

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "The memory as TMX, XLIFF, PO, CSV or TSV.",
        discussion: """
            dragoman export -o memory.tmx
            dragoman export --languages en,fr -o en-fr.tsv
            dragoman export --languages fr --untranslated -o for-translation.xlf
            dragoman export --concept digital-technology/digital-economy -o term.tmx
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case tmx, xliff, xliff2, po, csv, tsv
    }

    @Option(help: "Format; by the ending of the output's name if not given, else TMX.")
    var format: Format?

    @Option(help: "Only these languages, with commas between.")
    var languages: LanguageList?

    @Option(help: "The source language the file names; English if the memory has it, none if its units name none.")
    var from: LanguageTag?

    @Option(help: "Only units in which a term of this concept was found (glossary/concept).")
    var concept: String?

    @Option(help: "Only units that came from this file or article.")
    var origin: String?

    @Option(help: "Only units changed on or after this date (2024-03-01, or with a time in UTC).")
    var since: String?

    @Option(help: "Only units changed before this date.")
    var before: String?

    @Flag(help: "Units without a translation too.")
    var untranslated = false

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let store = try memory.openExisting()
        let known = try store.languages()
        let source = from ?? (known.contains { $0.language == "en" } ? .english : known.first ?? .english)
        var filter = UnitFilter()
        filter.concept = concept
        filter.originName = origin
        filter.changedSince = try since.map { try Self.moment($0, "--since") }
        filter.changedBefore = try before.map { try Self.moment($0, "--before") }
        let format = format ?? Self.format(of: output.output)
        let isTemplate = format == .po && output.output?.hasSuffix(".pot") ?? false
        var targets = languages?.languages.filter { !$0.covers(source) }
        if [.xliff, .xliff2, .po].contains(format), !isTemplate {
            targets = [try Self.onlyTarget(targets ?? known.filter { !source.covers($0) })]
        }
        let out = try OutputFile(output.output)
        var progress = Progress(quiet: output.quiet)
        var count = 0
        func wanted(_ unit: TranslationUnit) -> Bool {
            if untranslated || isTemplate { return true }
            guard let targets else { return unit.variants.count > 1 }
            return targets.contains { !unit.variants(in: $0).isEmpty }
        }
        func each(_ write: (TranslationUnit) throws -> Void) throws {
            try store.forEachUnit(where: filter) { unit in
                guard wanted(unit) else { return }
                count += 1
                try write(unit)
                progress.update("\(count) units")
            }
        }
        var dropped = 0
        switch format {
        case .tmx:
            let isOpen = try from == nil && Self.leavesSourceOpen(store, filter, wanted)
            var writer = try TMXWriter(
                options: .init(
                    sourceLanguage: isOpen ? nil : source, toolVersion: DragomanVersion.current,
                    date: Timestamp.now.basicDescription)
            ) { try out.write($0) }
            try each { try writer.write($0, languages: languages?.languages) }
            try writer.finish()
            dropped = writer.droppedCharacters
        case .xliff, .xliff2:
            dropped = try Self.writeXLIFF(
                format == .xliff ? .v1_2 : .v2_1, source, targets?.first ?? .undetermined, to: out, units: each)
        case .po:
            dropped = try writePO(source, isTemplate ? nil : targets?.first, to: out, units: each)
        case .csv, .tsv:
            var writer = try BilingualTable.Writer(
                separator: format == .csv ? .comma : .tab, languages: languages?.languages ?? known
            ) { try out.write($0) }
            try each { try writer.write($0) }
            try writer.finish()
            dropped = writer.droppedCharacters
        }
        progress.finish()
        try out.finish()
        if dropped > 0 {
            output.console.report(
                Diagnostic(
                    .warning, code: "export.characters", file: output.output,
                    message: "\(dropped) control characters were left out, which \(format.rawValue) cannot hold"))
        }
        if count == 0 { throw ExitCode(1) }
    }

    private struct Found: Error {}

    /// Whether no unit says what language its source is in, as those of a TMX file of `*all*`. O(units) if so, else it
    /// stops at the first one that does.
    private static func leavesSourceOpen(
        _ store: any Store, _ filter: UnitFilter, _ isWanted: (TranslationUnit) -> Bool
    ) throws -> Bool {
        var hasUnits = false
        do {
            try store.forEachUnit(where: filter) { unit in
                guard isWanted(unit) else { return }
                hasUnits = true
                if unit.sourceLanguage != nil { throw Found() }
            }
        } catch is Found {
            return false
        }
        return hasUnits
    }

    private static func format(of path: String?) -> Format {
        if let path, path.hasSuffix(".csv") { return .csv }
        if let path, path.hasSuffix(".xlf") || path.hasSuffix(".xliff") { return .xliff }
        if let path, path.hasSuffix(".po") || path.hasSuffix(".pot") { return .po }
        if let path, path.hasSuffix(".tsv") || path.hasSuffix(".txt") { return .tsv }
        return .tmx
    }

    private static func moment(_ text: String, _ option: String) throws -> Timestamp {
        let readings = DateReader(language: .english).readings(in: UTF8Text(text))
        guard readings.count == 1, let moment = Timestamp(readings[0]) else {
            throw ValidationError("\(option) wants a date such as 2024-03-01")
        }
        return moment
    }
}

extension Timestamp {
    /// A date that was read, as a moment; one without a zone is taken as UTC.
    init?(_ reading: DateReading) {
        guard let givenYear = reading.year else { return nil }
        // Days since 1970 of a Gregorian date (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
        let year = reading.month <= 2 ? givenYear - 1 : givenYear
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let shifted = (reading.month + 9) % 12
        let dayOfYear = (153 * shifted + 2) / 5 + reading.day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        let minutes = (reading.hour ?? 0) * 60 + (reading.minute ?? 0) - (reading.zone ?? 0)
        self.init(milliseconds: Int64((days * 1440 + minutes) * 60 + (reading.second ?? 0)) * 1000)
    }
}
