internal import Terminology
public import UnicodeText

/// What finds the terms of texts in two languages, of the same glossaries, made when terms are first looked for.
public final class TermMatchers: Sendable {
    private let shelf: GlossaryShelf
    private let languages: [LanguageTag]
    private let glossaries = LimitedCache<[LanguageTag], [any ConceptList]>(limit: 1)
    private let made = LanguageCache<TermMatcher>(limit: 2)

    public init(_ shelf: GlossaryShelf, from source: LanguageTag, to target: LanguageTag) {
        self.shelf = shelf
        languages = [source, target]
    }

    func source() throws -> TermMatcher { try matcher(languages[0]) }
    func target() throws -> TermMatcher { try matcher(languages[1]) }

    private func matcher(_ language: LanguageTag) throws -> TermMatcher {
        try made.value(for: language) {
            shelf.matcher(for: $0, of: try glossaries.value(for: languages, make: shelf.glossaries))
        }
    }
}
