internal import Terminology
internal import UnicodeText

extension TermCheck {
    /// A check by the glossaries of a shelf, without CLDR's names: press copy says "Britain" and "the Chinese".
    init(_ shelf: GlossaryShelf, from source: LanguageTag, to target: LanguageTag, asksShipped: Bool) throws {
        var glossaries = try shelf.glossaries(in: [source, target])
        if shelf.hasDefaults { glossaries.removeLast() }
        self.init(
            source: TermMatcher(glossaries: glossaries, language: source),
            target: TermMatcher(glossaries: glossaries, language: target), strict: shelf.own.count,
            asked: asksShipped ? glossaries.count : shelf.own.count)
    }
}
