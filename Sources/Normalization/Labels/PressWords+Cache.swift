internal import UnicodeText

extension PressWords {
    private static let cache = LanguageCache<PressWords>(limit: 64)

    /// The words of a language and of English, whose wording pages in any language borrow; made when first asked for.
    static func words(for language: LanguageTag) -> PressWords {
        cache.value(for: language) { PressWords(language: $0) }
    }
}
