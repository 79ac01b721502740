public import ByteXML
public import Interchange
internal import TranslationMemory
public import UnicodeText

/// Reads the pairs of a bilingual file as they are checked: TMX, XLIFF, PO, CSV or TSV.
///
/// Of XLIFF and PO the texts that are being worked on are passed over: an XLIFF segment whose state is initial, or without a
/// target and not said to be translated; a PO message that is fuzzy, obsolete or without a translation.
public struct BilingualReader {
    private let file: String
    private let source: LanguageTag
    private let target: LanguageTag?

    /// - Parameters:
    ///   - file: The name to use in messages.
    ///   - source: The language of sources where the file names none.
    ///   - target: The only language of translations that is read; also that of a file that names none.
    public init(file: String, source: LanguageTag, target: LanguageTag?) {
        self.file = file
        self.source = source
        self.target = target
    }

    /// Reads to the end. Memory does not grow with the file.
    ///
    /// - Throws: A `Diagnostic` for a file that is broken, has no translations by its format or no language.
    public func read(
        _ next: ByteSource, format: FileFormat, report: (Diagnostic) -> Void, unit: (CheckUnit) throws -> Void
    ) throws {
        var number = 0
        func take(_ found: TranslationUnit) throws {
            number += 1
            try pairs(of: found, number: number, unit)
        }
        switch format {
        case .tmx: try TMXReader(file: file).read(next, report: report, unit: take)
        case .xliff:
            var units = XLIFFCheckUnits(file: file, source: source, target: target)
            var reader = XLIFFReader(file: file)
            reader.keepsEverything = false
            try reader.read(next, report: report) { try units.take($0, unit) }
        case .po:
            var header: POHeader?
            try POReader(file: file).read(next, report: report, header: { header = $0 }) { entry, line in
                try self.entry(entry, line, header, unit)
            }
        case .csv, .tsv:
            try BilingualTable.read(
                next, file: file, separator: format == .csv ? nil : .tab, report: report, unit: take)
        case .tbx, .unknown:
            throw Diagnostic(
                .error, code: "check.format", file: file,
                message: format == .tbx
                    ? "this is a glossary" : "this is no TMX, XLIFF or PO and no table of translations",
                hint: "--source and --target name two texts, line by line")
        }
    }

    /// The source with each of its translations; where one language is asked for and missing, an empty one.
    private func pairs(of unit: TranslationUnit, number: Int, _ found: (CheckUnit) throws -> Void) throws {
        guard let index = unit.sourceIndex else { return }
        let source = unit.variants[index]
        let id = unit.attributes["tuid"] ?? "\(number)"
        var any = false
        for (other, variant) in unit.variants.enumerated() where other != index {
            if let target, !target.covers(variant.language) { continue }
            any = true
            try found(CheckUnit(source: source, target: variant, file: file, id: id))
        }
        if !any, let target, !target.covers(source.language) {
            try found(
                CheckUnit(
                    source: source, target: Variant(language: target, segment: InlineText(UTF8Text())), file: file,
                    id: id))
        }
    }

    private func entry(
        _ entry: POEntry, _ line: Int, _ header: POHeader?, _ found: (CheckUnit) throws -> Void
    ) throws {
        guard !entry.isObsolete, !entry.isFuzzy, entry.isTranslated, !entry.message.isEmpty else { return }
        guard let language = header?.language ?? target else {
            throw Diagnostic(
                .error, code: "po.no-language", file: file, line: line,
                message: "the header does not say what language the translations are in", hint: "--to names it")
        }
        // The form for one may leave out the number, so of a plural the others are looked at.
        let forms =
            entry.plural != nil && entry.translations.count > 1
            ? entry.translations.dropFirst() : entry.translations.prefix(1)
        for form in forms {
            try found(
                CheckUnit(
                    source: Variant(language: source, segment: InlineText(entry.plural ?? entry.message)),
                    target: Variant(language: language, segment: InlineText(form)), file: file, line: line,
                    id: entry.context?.description ?? "\(line)"))
        }
    }
}
