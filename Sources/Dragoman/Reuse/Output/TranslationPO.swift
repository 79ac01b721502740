public import ByteXML
internal import Interchange
public import UnicodeText

/// Writes translations as PO: fuzzy ones are marked so and name the source they were made for.
public struct TranslationPO {
    private var writer: POWriter

    /// - Parameter date: As gettext writes it; the writer has no clock.
    public init(to target: LanguageTag, date: String?, to sink: @escaping ByteSink) throws {
        writer = try POWriter(
            options: .init(language: target, toolVersion: DragomanVersion.current, date: date), to: sink)
    }

    public mutating func write(_ translation: TranslatedArticle) throws {
        for (index, segment) in translation.segments.enumerated() {
            var entry = POEntry(message: segment.segment.text)
            entry.references = [UTF8Text("\(translation.article.name):\(index + 1)")]
            entry.extracted = segment.terms.map { UTF8Text("\($0.occurrence.term.text) = \($0.translations[0])") }
            if let draft = segment.filled { entry = entry.filled(with: draft) }
            try writer.write(entry)
        }
    }

    public mutating func finish() throws { try writer.finish() }
}
