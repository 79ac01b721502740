public import Interchange
internal import TranslationMemory
public import UnicodeText

/// Fills the messages of a PO file that have no translation; fuzzy matches are marked so and name their source.
public struct POFiller {
    private let source: LanguageTag
    private var filler: BilingualFiller

    /// Messages that were filled, and those that were left.
    public var counts: (filled: Int, left: Int) { (filler.filled, filler.left) }

    /// - Parameter source: the language of the messages, which a PO file does not name.
    public init(_ desk: ReuseDesk, source: LanguageTag = .english) {
        self.source = source
        filler = BilingualFiller(desk)
    }

    /// The next entry of the file as it should be written. Plural forms are left to a person.
    ///
    /// - Throws: What a store throws.
    public mutating func filled(_ entry: POEntry) throws -> POEntry {
        // A message's neighbours in a program's catalogue say nothing of it.
        filler.begin()
        guard !entry.isTranslated, !entry.isObsolete, entry.plural == nil, !entry.message.isEmpty else { return entry }
        let (_, best) = try filler.drafts(
            for: InlineText(entry.message), id: entry.context?.description, in: source)
        return best.map { entry.filled(with: $0) } ?? entry
    }
}
