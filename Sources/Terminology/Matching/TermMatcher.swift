public import UnicodeText

/// Finds the terms of any number of glossaries in texts of one language, leftmost and longest first.
///
/// Texts and terms are compared by folded keys (`FoldTable`), word by word; a word of a text meets one of a term if it is
/// the same or if both have beginnings and endings of one set of the language's data. A filter over the first bytes of
/// words passes over most of a text. Building costs O(words of all terms); a text costs O(bytes), and O(words of the
/// longest term) at each word that begins a term.
public struct TermMatcher: Sendable {
    /// A term; an object, because occurrences are many.
    final class Entry: Sendable {
        let term: Term
        let glossary: Int
        let concept: Int
        /// Its place among the concept's terms in the language.
        let number: Int
        /// The words, as numbers of the index.
        let words: [Int32]
        /// Letters in the term as they are written there.
        let isCaseSensitive: Bool
        /// For each word whether it has a capital that a text must have too; empty where case does not count.
        let capitals: [Bool]
        let conditions: TermConditions
        /// The term composed, or another spelling of it, and its words in it.
        let text: UTF8Text
        let ranges: [ByteRange]

        /// What led from the term to a spelling whose words are none of the term's.
        var rules: [String] { conditions.contains(.compound) ? ["short name in a compound"] : [] }

        init(
            _ term: Term, glossary: Int, concept: Int, number: Int, words: [Int32], isCaseSensitive: Bool,
            capitals: [Bool], conditions: TermConditions, text: UTF8Text, ranges: [ByteRange]
        ) {
            self.term = term
            self.glossary = glossary
            self.concept = concept
            self.number = number
            self.words = words
            self.isCaseSensitive = isCaseSensitive
            self.capitals = capitals
            self.conditions = conditions
            self.text = text
            self.ranges = ranges
        }
    }

    public let language: LanguageTag
    public let glossaries: [any ConceptList]
    let knowledge: TermLanguage
    let affixes: TermAffixes
    let index: WordIndex
    let tree: TermTree
    let filter: WordFilter
    /// By the node they end at, those of one node in the order of the glossaries.
    let entries: TermEntries
    let hasPrefixTerms: Bool
    /// Those asked for last: of a compiled glossary a concept is read anew each time, and texts have few again and again.
    private let concepts = LimitedCache<ConceptNumber, Concept>(limit: 1_024)

    private struct ConceptNumber: Hashable {
        let glossary: Int
        let concept: Int
    }

    /// A matcher for texts in a language; of two glossaries with the same term the earlier one wins.
    ///
    /// Deprecated and forbidden terms are found too: a text may use them.
    public init(glossaries: [any ConceptList], language: LanguageTag) {
        self.glossaries = glossaries
        self.language = language
        knowledge = TermLanguage.of(language)
        affixes = TermAffixes.of(language)
        var builder = Builder(knowledge, affixes)
        for (glossaryIndex, glossary) in glossaries.enumerated() {
            for conceptIndex in 0..<glossary.count {
                for (number, term) in glossary.concept(at: conceptIndex).terms(in: language).enumerated() {
                    builder.add(term, at: .init(glossary: glossaryIndex, concept: conceptIndex, number: number))
                }
            }
        }
        builder.addSpellings()
        index = builder.words.index
        filter = builder.filter
        hasPrefixTerms = builder.hasPrefixTerms
        let made = builder.tree
        tree = made.0
        entries = TermEntries(made.1)
    }

    /// - Parameter parts: must be those of a matcher of these glossaries for this language.
    init(glossaries: [any ConceptList], language: LanguageTag, parts: Parts) {
        self.glossaries = glossaries
        self.language = language
        knowledge = TermLanguage.of(language)
        affixes = TermAffixes.of(language)
        index = parts.index
        tree = parts.tree
        filter = parts.filter
        entries = parts.entries
        hasPrefixTerms = parts.hasPrefixTerms
    }

    /// What is made of the terms of the glossaries.
    struct Parts {
        let index: WordIndex
        let tree: TermTree
        let filter: WordFilter
        let entries: TermEntries
        let hasPrefixTerms: Bool
    }

    /// A scanner over this matcher; it belongs to one task at a time.
    ///
    /// - Parameter compounds: whether terms of one word are found inside longer words too, in languages that write
    ///   words together (Danish, Dutch, Finnish, German, Hungarian, Norwegian, Swedish). What the rest of such a word is
    ///   nobody asks: some of these hits are none.
    public func scanner(compounds: Bool = false) -> TermScanner { TermScanner(self, compounds: compounds) }

    /// The terms of a text, by position.
    public func occurrences(in text: UTF8Text) -> [TermOccurrence] { scanner().occurrences(in: text) }

    /// The concept an occurrence belongs to.
    public func concept(of occurrence: TermOccurrence) -> Concept {
        concepts.value(for: ConceptNumber(glossary: occurrence.glossary, concept: occurrence.concept)) {
            glossaries[$0.glossary].concept(at: $0.concept)
        }
    }

    /// `glossary/concept`, the name a memory links to.
    public func link(of occurrence: TermOccurrence) -> String {
        glossaries[occurrence.glossary].link(at: occurrence.concept)
    }
}
