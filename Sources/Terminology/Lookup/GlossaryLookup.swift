public import UnicodeText

/// Answers questions for single terms, tolerant of case, accents and inflection.
///
/// Building costs O(terms); a question O(log terms) for whole terms, and for parts and near misses one way through the keys.
public struct GlossaryLookup: Sendable {
    private let glossaries: [any ConceptList]
    private let language: LanguageTag
    private let knowledge: TermLanguage
    let index: LookupIndex

    /// - Parameter language: the language questions are asked in.
    public init(glossaries: [any ConceptList], language: LanguageTag) {
        let stemmer = TermLanguage.of(language).stemmer.flatMap { Stemmer(algorithm: $0) }
        self.init(glossaries, language, LookupIndex(glossaries, language, stemmer: stemmer))
    }

    init(_ glossaries: [any ConceptList], _ language: LanguageTag, _ index: LookupIndex) {
        self.glossaries = glossaries
        self.language = language
        self.index = index
        knowledge = TermLanguage.of(language)
    }

    /// The concept that a link of a memory leads to, with the name of its glossary. O(concepts).
    public func concept(of link: String) -> (glossary: String, concept: Concept)? {
        for glossary in glossaries {
            let prefix = Glossary.linkPrefix(of: glossary.name).utf8
            guard link.utf8.starts(with: prefix) else { continue }
            let id = Array(link.utf8.dropFirst(prefix.count))
            guard let index = (0..<glossary.count).first(where: { glossary.has(id: id, at: $0) }) else { continue }
            let concept = glossary.concept(at: index)
            // Of one that has no language of those asked for nothing is known.
            if !concept.sections.isEmpty { return (glossary.name, concept) }
        }
        return nil
    }

    /// The concepts whose terms are the question, best kind first, then by glossary; each concept once.
    public func results(for question: UTF8Text) -> [LookupResult] {
        let key = self.key(question)
        var ranks = index.bare.numbers(of: key.bare).map { number in
            let text = term(number).text
            let kind: LookupResult.Kind =
                text == question ? .exact : self.key(text).folded == key.folded ? .folded : .accents
            return Rank(kind: kind, distance: 0, number: number)
        }
        for number in index.stemmed.numbers(of: key.stemmed)
        where !index.bare.key(number).elementsEqual(key.bare.bytes)
            && areForms(self.key(term(number).text), key)
        {
            ranks.append(Rank(kind: .inflected, distance: 0, number: number))
        }
        return results(&ranks, limit: .max)
    }

    /// Terms that hold the question's words, and terms a few letters away; at most `limit`, nearest first.
    public func suggestions(for question: UTF8Text, limit: Int) -> [LookupResult] {
        let key = self.key(question)
        let letters = Array(key.bare.placedScalars.map(\.scalar))
        guard !letters.isEmpty, letters.count < 200 else { return [] }
        var ranks: [Rank] = []
        var isPart = [Bool](repeating: false, count: index.places.count)
        func add(_ number: Int) {
            guard !isPart[number] else { return }
            isPart[number] = true
            ranks.append(
                Rank(kind: .part, distance: index.bare.range(number).count - key.bare.count, number: number))
        }
        index.bare.forEachKey(with: key.bare, add)
        if knowledge.stemmer != nil { index.stemmed.forEachKey(with: key.stemmed, add) }
        addNear(letters, to: &ranks) { isPart[$0] }
        return results(&ranks, limit: limit)
    }

    private func addNear(_ letters: [Unicode.Scalar], to ranks: inout [Rank], except isKnown: (Int) -> Bool) {
        let allowed = max(1, min(4, letters.count / 4))
        let signature = LetterSignature.of(letters)
        for number in 0..<index.places.count
        where LetterSignature.mayBeNear(index.signatures.start[number], signature, allowed)
            && abs(Int(index.lengths.start[number]) - letters.count) <= allowed && !isKnown(number)
        {
            let other = String(decoding: index.bare.key(number), as: UTF8.self).unicodeScalars
            if let distance = EditDistance.between(letters, Array(other), atMost: allowed) {
                ranks.append(Rank(kind: .near, distance: distance, number: number))
            }
        }
    }

    /// How well a term answers; better ones first.
    private struct Rank: Comparable {
        let kind: LookupResult.Kind
        let distance: Int
        let number: Int

        static func < (one: Rank, other: Rank) -> Bool {
            (one.kind, one.distance, one.number) < (other.kind, other.distance, other.number)
        }
    }

    /// The concepts of the best ranks, each once.
    private func results(_ ranks: inout [Rank], limit: Int) -> [LookupResult] {
        ranks.sort()
        var seen: Set<Int64> = []
        var results: [LookupResult] = []
        for rank in ranks {
            guard results.count < limit else { break }
            let place = index.places.start[rank.number]
            guard seen.insert(Int64(place.glossary) << 32 | Int64(place.concept)).inserted else { continue }
            let glossary = glossaries[Int(place.glossary)]
            results.append(
                LookupResult(
                    kind: rank.kind, term: term(rank.number), concept: glossary.concept(at: Int(place.concept)),
                    glossary: glossary.name, distance: rank.distance))
        }
        return results
    }

    private func term(_ number: Int) -> Term {
        let place = index.places.start[number]
        let terms = glossaries[Int(place.glossary)].concept(at: Int(place.concept)).terms(in: language)
        // Of a file that is wrong although its checksum holds.
        return Int(place.number) < terms.count ? terms[Int(place.number)] : Term(UTF8Text())
    }

    private func key(_ text: UTF8Text) -> LookupKey {
        LookupKey(text, stemmer: knowledge.stemmer.flatMap { Stemmer(algorithm: $0) })
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
}
