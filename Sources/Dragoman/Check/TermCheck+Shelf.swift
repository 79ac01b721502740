internal import Terminology
internal import UnicodeText

extension TermCheck {
    /// A check by the glossaries of a shelf, without CLDR's names: press copy says "Britain" and "the Chinese".
    init(_ shelf: GlossaryShelf, from source: LanguageTag, to target: LanguageTag, asksShipped: Bool) throws {
        var glossaries = try shelf.glossaries(in: [source, target])
        if shelf.hasDefaults { glossaries.removeLast() }
        self.init(
            source: shelf.matcher(for: source, of: glossaries, hasNames: false),
            target: shelf.matcher(for: target, of: glossaries, hasNames: false), strict: shelf.own.count,
            asked: asksShipped ? glossaries.count : shelf.own.count)
    }
}
