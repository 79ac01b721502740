import Dragoman

/// A glossary file in any format that is known.
enum GlossaryFile {
    /// What a glossary of the folder may hold: whatever an import with higher limits let in.
    static let keptLimits: XMLLimits = {
        var limits = XMLLimits()
        limits.depth = ImportLimits.deepest + 16
        limits.attributes = ImportLimits.mostAttributes
        limits.attribute = ByteCount.largest
        limits.token = 2 * ByteCount.largest
        limits.text = ByteCount.largest
        return limits
    }()

    /// Reads it; what cannot be used in it is reported.
    static func read(
        _ input: InputFile, name: String? = nil, reading: GlossaryReadingOptions? = nil,
        limits: XMLLimits = XMLLimits(), console: Console
    ) throws -> Glossary {
        try readAndTell(input, name: name, reading: reading, limits: limits, console: console).glossary
    }

    /// Reads it, reports what cannot be used in it, and gives what was reported.
    static func readAndTell(
        _ input: InputFile, name: String? = nil, reading: GlossaryReadingOptions? = nil,
        limits: XMLLimits = XMLLimits(), console: Console
    ) throws -> (glossary: Glossary, reports: [Diagnostic]) {
        let reports = LimitedReports(console)
        defer { reports.finish(file: input.path) }
        let glossary = try read(input, name: name, reading: reading, limits: limits, reports)
        reports.finish(file: input.path)
        return (glossary, reports.told)
    }

    private static func read(
        _ input: InputFile, name: String?, reading: GlossaryReadingOptions?, limits: XMLLimits,
        _ reports: LimitedReports
    ) throws -> Glossary {
        let source = try UnpackedInput(input)
        let bytes = { try source.next() }
        let name = name ?? self.name(of: source.name)
        func pair(
            _ read: (LanguageTag, LanguageTag) throws -> Glossary
        ) throws -> Glossary {
            guard let to = reading?.to else {
                throw Diagnostic(
                    .error, code: "glossary.languages", file: input.path,
                    message: "the file does not say what languages its terms are in",
                    hint: "dragoman glossary import \(input.path) --from en --to fr says it")
            }
            return try read(reading?.from ?? .english, to)
        }
        switch try format(of: source.head(4096), input, name: source.name, reading) {
        case .tbx:
            return try TBXReader.read(bytes, name: name, file: input.path, limits: limits, report: reports.report)
        case .tsv:
            return try GlossaryTable.read(
                bytes, name: name, file: input.path, separator: .tab, columns: reading?.table.columns,
                limits: limits, report: reports.report)
        case .csv:
            return try GlossaryTable.read(
                bytes, name: name, file: input.path, columns: reading?.table.columns, limits: limits,
                report: reports.report)
        case .omegat:
            return try pair {
                try OmegaTGlossary.read(
                    bytes, name: name, file: input.path, from: $0, to: $1, limits: limits, report: reports.report)
            }
        case .deepl:
            return try pair {
                try DeepLGlossary.read(
                    bytes, name: name, file: input.path, from: $0, to: $1, limits: limits, report: reports.report)
            }
        }
    }

    private static func format(
        of head: [UInt8], _ input: InputFile, name: String, _ reading: GlossaryReadingOptions?
    ) throws -> GlossaryFormat {
        let isTable = reading?.table.isGiven ?? false
        let columnsRefused = Diagnostic(
            .error, code: "glossary.columns", file: input.path, message: "--columns is for tables alone")
        if let format = reading?.format {
            guard !isTable || format == .csv || format == .tsv else { throw columnsRefused }
            return format
        }
        if !isTable, name.hasSuffix(".utf8") { return .omegat }
        switch FileFormat.detect(head, name: name) {
        case .tbx where isTable: throw columnsRefused
        case .tbx: return .tbx
        case .unknown where isTable: return .csv
        case .tsv: return .tsv
        case .csv: return .csv
        case .tmx, .xliff, .po, .unknown:
            throw Diagnostic(
                .error, code: "glossary.format", file: input.path, message: "this is no glossary",
                hint: "TBX, or a table whose first row names languages (en<TAB>fr)")
        }
    }

    /// The file's name without folder and ending.
    static func name(of path: String) -> String {
        let last = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = last.utf8.lastIndex(of: 0x2E), dot != last.startIndex else { return last }
        return String(last[..<dot])
    }
}
