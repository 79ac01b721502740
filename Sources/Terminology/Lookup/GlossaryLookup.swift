public import UnicodeText

/// Answers questions for single terms, tolerant of case, accents and inflection.
///
/// Building costs O(terms); a question O(1) for whole terms and O(terms) for parts and near misses.
public struct GlossaryLookup: Sendable {
    private struct Entry: Sendable {
        let key: LookupKey
        let term: Term
        let glossary: Int
        let concept: Int
    }

    private let glossaries: [Glossary]
    private let entries: [Entry]
    private let knowledge: TermLanguage

    /// - Parameter language: the language questions are asked in.
    public init(glossaries: [Glossary], language: LanguageTag) {
        self.glossaries = glossaries
        knowledge = TermLanguage.of(language)
        let stemmer = knowledge.stemmer.flatMap { Stemmer(algorithm: $0) }
        var entries: [Entry] = []
        for (glossaryIndex, glossary) in glossaries.enumerated() {
            for (conceptIndex, concept) in glossary.concepts.enumerated() {
                for term in concept.terms(in: language) {
                    entries.append(
                        Entry(
                            key: LookupKey(term.text, stemmer: stemmer), term: term, glossary: glossaryIndex,
                            concept: conceptIndex))
                }
            }
        }
        self.entries = entries
    }

    /// The concept that a link of a memory leads to, with the name of its glossary. O(concepts).
    public func concept(of link: String) -> (glossary: String, concept: Concept)? {
        for glossary in glossaries {
            let prefix = Glossary.linkPrefix(of: glossary.name).utf8
            guard link.utf8.starts(with: prefix) else { continue }
            let id = link.utf8.dropFirst(prefix.count)
            if let concept = glossary.concepts.first(where: { $0.id.utf8.elementsEqual(id) }) {
                return (glossary.name, concept)
            }
        }
        return nil
    }

    /// The concepts whose terms are the question, best kind first, then by glossary; each concept once.
    public func results(for question: UTF8Text) -> [LookupResult] {
        let key = self.key(question)
        return collect(question) { entry in
            if entry.term.text == question { return (.exact, 0) }
            if entry.key.folded == key.folded { return (.folded, 0) }
            if entry.key.bare == key.bare { return (.accents, 0) }
            if entry.key.stemmed == key.stemmed, areForms(entry.key, key) { return (.inflected, 0) }
            return nil
        }
    }

    /// Terms that hold the question's words, and terms a few letters away; at most `limit`, nearest first.
    public func suggestions(for question: UTF8Text, limit: Int) -> [LookupResult] {
        let key = self.key(question)
        let scalars = Array(key.bare.placedScalars.map(\.scalar))
        guard !scalars.isEmpty, scalars.count < 200 else { return [] }
        let allowed = max(1, min(4, scalars.count / 4))
        let found = collect(question) { entry in
            if entry.key.bare.firstWholeWords(key.bare) != nil || entry.key.stemmed.firstWholeWords(key.stemmed) != nil
            {
                return (.part, entry.key.bare.count - key.bare.count)
            }
            guard
                let distance = EditDistance.between(
                    scalars, Array(entry.key.bare.placedScalars.map(\.scalar)), atMost: allowed)
            else { return nil }
            return (.near, distance)
        }
        return Array(found.prefix(limit))
    }

    private func key(_ question: UTF8Text) -> LookupKey {
        LookupKey(question, stemmer: knowledge.stemmer.flatMap { Stemmer(algorithm: $0) })
    }

    private func areForms(_ one: LookupKey, _ other: LookupKey) -> Bool {
        let left = one.folded.bytes.split(separator: 0x20)
        let right = other.folded.bytes.split(separator: 0x20)
        guard left.count == right.count else { return false }
        return zip(left, right).allSatisfy { pair in
            pair.0.elementsEqual(pair.1)
                || knowledge.areForms(UTF8Text(unchecked: Array(pair.0)), UTF8Text(unchecked: Array(pair.1)))
        }
    }

    private func collect(
        _ question: UTF8Text, _ judge: (Entry) -> (LookupResult.Kind, Int)?
    ) -> [LookupResult] {
        var best: [[Int]: (rank: [Int], result: LookupResult)] = [:]
        for (index, entry) in entries.enumerated() {
            guard let (kind, distance) = judge(entry) else { continue }
            let rank = [LookupResult.Kind.allCases.firstIndex(of: kind) ?? 0, distance, index]
            let place = [entry.glossary, entry.concept]
            if let now = best[place], now.rank.lexicographicallyPrecedes(rank) { continue }
            best[place] = (
                rank,
                LookupResult(
                    kind: kind, term: entry.term, concept: glossaries[entry.glossary].concepts[entry.concept],
                    glossary: glossaries[entry.glossary].name, distance: distance)
            )
        }
        return best.values.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map(\.result)
    }
}
