public import ByteXML
internal import Interchange
internal import Normalization
internal import TranslationMemory
public import UnicodeText

/// Writes translations as XLIFF: a `file` an article, a unit a segment, with matches, terms and the state of each.
public struct TranslationXLIFF {
    private var writer: XLIFFWriter
    private let isFirst: Bool
    private let target: LanguageTag
    private var files = 0

    /// - Parameters:
    ///   - source: The language the document says its texts are in; XLIFF 2 has one for all.
    ///   - date: ISO 8601; the writer has no clock.
    public init(
        version: XLIFFVersion, from source: LanguageTag, to target: LanguageTag, name: String, date: String?,
        to sink: @escaping ByteSink
    ) throws {
        isFirst = version == .v1_2
        self.target = target
        writer = try XLIFFWriter(
            options: .init(
                version: version, sourceLanguage: source, targetLanguage: target, original: name,
                toolVersion: DragomanVersion.current, date: date),
            to: sink)
    }

    public mutating func write(_ translation: TranslatedArticle) throws {
        files += 1
        if files > 1 {
            var file = XLIFFFile(
                id: isFirst ? nil : "f\(files)", original: translation.article.name,
                sourceLanguage: isFirst ? translation.article.language : nil, targetLanguage: isFirst ? target : nil)
            file.attributes =
                isFirst
                ? [Attribute("datatype", "plaintext"), Attribute("xml:space", "preserve")]
                : [Attribute("xml:space", "preserve")]
            try writer.beginFile(file)
        }
        for (index, segment) in translation.segments.enumerated() {
            try writer.write(unit(segment, "\(index + 1)", in: translation.article))
        }
    }

    public mutating func finish() throws { try writer.finish() }

    private func unit(_ segment: TranslatedSegment, _ id: String, in article: PressArticle) -> XLIFFUnit {
        XLIFFUnit(
            id: id, source: InlineText(segment.segment.text), target: segment.filled?.target,
            state: segment.filled.map { XLIFFState($0) } ?? .initial,
            notes: segment.filled.map { XLIFFNote.substitutions(in: $0) } ?? [],
            matches: segment.drafts.map { XLIFFMatch($0) },
            terms: segment.terms.map {
                XLIFFTerm($0.occurrence.term.text, translations: $0.translations, range: $0.occurrence.range)
            },
            type: "x-\(article.article.blocks[segment.segment.block].kind.rawValue)")
    }
}
