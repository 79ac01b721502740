public import UnicodeText

/// Finds the terms of any number of glossaries in texts of one language, leftmost and longest first.
///
/// Terms are sequences of words in a trie over stems; what the stems let through is then checked word by word, so that
/// acronyms keep their case, names keep their capitals, and words of one stem that are not forms of each other are not
/// taken. Building costs O(words of all terms); a text costs O(words × longest term).
public struct TermMatcher: Sendable {
    struct Entry: Sendable {
        let term: Term
        /// The term composed, as texts are.
        let text: UTF8Text
        let glossary: Int
        let concept: Int
        let tokens: [UTF8Text]
        let isCaseSensitive: Bool
        /// Names keep their capitals and take no endings where the language says so.
        let isName: Bool
        /// For each token whether it begins with a capital.
        let capitals: [Bool]
    }

    struct Step: Hashable {
        let node: Int32
        let gap: UTF8Text
        let stem: UTF8Text
    }

    public let language: LanguageTag
    public let glossaries: [Glossary]
    let knowledge: TermLanguage
    private(set) var steps: [Step: Int32] = [:]
    private(set) var entries: [Int32: [Entry]] = [:]
    private var nodeCount: Int32 = 1

    /// A matcher for texts in a language; of two glossaries with the same term the earlier one wins.
    ///
    /// Deprecated and forbidden terms are found too: a text may use them.
    public init(glossaries: [Glossary], language: LanguageTag) {
        self.glossaries = glossaries
        self.language = language
        knowledge = TermLanguage(language)
        let stemmer = knowledge.stemmer.flatMap { Stemmer(algorithm: $0) }
        for (glossaryIndex, glossary) in glossaries.enumerated() {
            for (conceptIndex, concept) in glossary.concepts.enumerated() {
                for term in concept.terms(in: language) {
                    add(term, glossary: glossaryIndex, concept: conceptIndex, stemmer: stemmer)
                }
            }
        }
    }

    private mutating func add(_ term: Term, glossary: Int, concept: Int, stemmer: Stemmer?) {
        let text = (try? NormalizationForm.nfc.apply(to: term.text)) ?? term.text
        let tokens = TermToken.tokens(of: text)
        guard !tokens.isEmpty else { return }
        let isName = term.partOfSpeech == "properNoun"
        let entry = Entry(
            term: term, text: text, glossary: glossary, concept: concept, tokens: tokens.map(\.folded),
            isCaseSensitive: term.type == .acronym || Self.isAllCapitals(text), isName: isName,
            capitals: tokens.map { text.scalar(at: $0.range.lowerBound).scalar.kind == .upper })
        var node: Int32 = 0
        for (index, token) in tokens.enumerated() {
            let step = Step(
                node: node, gap: index == 0 ? UTF8Text() : token.gap, stem: stemmer?.stem(token.folded) ?? token.folded)
            if let next = steps[step] {
                node = next
            } else {
                steps[step] = nodeCount
                node = nodeCount
                nodeCount += 1
            }
        }
        entries[node, default: []].append(entry)
    }

    /// "AI", "5G", "WHO": two letters or more and all of them capitals.
    private static func isAllCapitals(_ text: UTF8Text) -> Bool {
        var capitals = 0
        for placed in text.placedScalars {
            switch placed.scalar.kind {
            case .upper: capitals += 1
            case .lower, .otherLetter: return false
            default: continue
            }
        }
        return capitals >= 2
    }

    /// A scanner over this matcher; it keeps the stems it has seen and belongs to one task at a time.
    public func scanner() -> TermScanner { TermScanner(self) }

    /// The terms of a text, by position.
    public func occurrences(in text: UTF8Text) -> [TermOccurrence] { scanner().occurrences(in: text) }

    /// The concept an occurrence belongs to.
    public func concept(of occurrence: TermOccurrence) -> Concept {
        glossaries[occurrence.glossary].concepts[occurrence.concept]
    }

    /// `glossary/concept`, the name a memory links to.
    public func link(of occurrence: TermOccurrence) -> String {
        let glossary = glossaries[occurrence.glossary]
        return "\(glossary.name)/\(glossary.concepts[occurrence.concept].id)"
    }
}
