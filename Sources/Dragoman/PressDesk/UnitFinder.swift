internal import TranslationMemory
internal import UnicodeText

/// Finds the units of a text in a language, whatever region the memory has it for.
struct UnitFinder {
    private let store: any Store
    private var languages: [LanguageTag]?

    init(_ store: any Store) { self.store = store }

    /// Units with exactly this text as a variant in the language, or in one it covers or that covers it.
    ///
    /// A memory that cannot be read has nothing to offer here; the write that follows says why.
    mutating func units(_ text: UTF8Text, _ language: LanguageTag) -> [TranslationUnit] {
        let all = languages ?? (try? store.languages()) ?? []
        languages = all
        return all.filter { language.covers($0) || $0.covers(language) }.flatMap {
            (try? store.units(matching: text, language: $0)) ?? []
        }
    }
}
