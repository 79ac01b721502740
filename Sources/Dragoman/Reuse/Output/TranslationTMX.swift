public import ByteXML
internal import Interchange
internal import TranslationMemory
public import UnicodeText

/// Writes the segments that are filled as TMX, with the score of the match each came from as a property.
public struct TranslationTMX {
    private var writer: TMXWriter

    /// - Parameter date: `YYYYMMDDThhmmssZ`; the writer has no clock.
    public init(from source: LanguageTag, date: String?, to sink: @escaping ByteSink) throws {
        writer = try TMXWriter(
            options: .init(sourceLanguage: source, toolVersion: DragomanVersion.current, date: date), to: sink)
    }

    public mutating func write(_ translation: TranslatedArticle) throws {
        let article = translation.article
        for segment in translation.segments {
            guard let draft = segment.filled else { continue }
            let unit = TranslationUnit(
                sourceLanguage: article.language,
                variants: [
                    Variant(language: article.language, segment: InlineText(segment.segment.text)),
                    Variant(language: translation.target, segment: draft.target),
                ],
                annotations: [
                    .property("x-match-score", "\(draft.match.score)"),
                    .property("x-match-kind", draft.match.kind.rawValue),
                ])
            try writer.write(unit)
        }
    }

    public mutating func finish() throws { try writer.finish() }
}
