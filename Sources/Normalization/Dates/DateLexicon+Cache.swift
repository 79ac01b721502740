internal import UnicodeText

extension DateLexicon {
    private static let cache = LanguageCache<DateLexicon>(limit: 128)

    /// The lexicon of a language, made when it is first asked for.
    static func lexicon(for language: LanguageTag) -> DateLexicon {
        cache.value(for: language) { DateLexicon(language: $0) }
    }
}
