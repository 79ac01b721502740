public import TranslationMemory
public import UnicodeText

/// Takes out of the entries of a PO file what a memory should keep: translated ones that are neither fuzzy nor obsolete.
///
/// Of a message with plurals, `msgid` goes with `msgstr[0]` and `msgid_plural` with all that follow, each a variant.
public struct POTranslations {
    private let name: String?
    private let source: LanguageTag
    private let ownTarget: LanguageTag?
    private var header: POHeader?

    /// - Parameters:
    ///   - file: the name to use in messages and as the origin.
    ///   - source: the language of the messages, which PO does not tell.
    ///   - target: the language of the translations where the header names none.
    public init(file: String?, source: LanguageTag, target: LanguageTag?) {
        name = file
        self.source = source
        ownTarget = target
    }

    public mutating func take(_ header: POHeader?) { self.header = header }

    /// Takes the next entry and the line it begins on.
    ///
    /// - Throws: a `Diagnostic` for a translation whose language nobody names, and what `unit` throws.
    public func take(
        _ entry: POEntry, line: Int, leftOut: (LeftOut) -> Void, unit found: (TranslationUnit) throws -> Void
    ) throws {
        guard !entry.isObsolete else { return leftOut(.obsolete) }
        guard entry.isTranslated, !entry.message.isBlank else { return leftOut(.untranslated) }
        guard !entry.isFuzzy else { return leftOut(.unreviewed) }
        guard let target = header?.language ?? ownTarget else {
            throw Diagnostic(
                .error, code: "po.no-language", file: name, line: line,
                message: "the header does not say what language the translations are in",
                hint: "--to names it, or a line in the header: \"Language: fr\\n\"")
        }
        func give(_ message: UTF8Text, _ translations: some Sequence<UTF8Text>) throws {
            let variants = translations.filter { !$0.isEmpty }.map {
                Variant(language: target, segment: InlineText($0))
            }
            guard !variants.isEmpty else { return leftOut(.untranslated) }
            let notes = entry.extracted + entry.comments
            try found(
                TranslationUnit(
                    sourceLanguage: source,
                    variants: [Variant(language: source, segment: InlineText(message))] + variants,
                    annotations: notes.filter { !$0.isEmpty }.map { .note($0.description) },
                    origin: Origin(.import, name: name), context: Context(id: entry.context?.description)))
        }
        guard let plural = entry.plural else { return try give(entry.message, entry.translations.prefix(1)) }
        try give(entry.message, entry.translations.prefix(1))
        // A language of one form has it for both.
        try give(plural, entry.translations.count > 1 ? entry.translations.dropFirst() : entry.translations.prefix(1))
    }
}
