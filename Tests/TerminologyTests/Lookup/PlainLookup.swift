import UnicodeText

@testable import Terminology

/// The rules of look-up word for word, with a look at every term: what `GlossaryLookup` must answer.
struct PlainLookup {
    let glossary: Glossary
    let language: LanguageTag

    struct Answer: Hashable {
        let kind: LookupResult.Kind
        let concept: String
        let term: UTF8Text
        let distance: Int
    }

    func results(for question: UTF8Text) -> [Answer] {
        let asked = key(question)
        return best { term, key in
            if term == question { return (.exact, 0) }
            if key.folded == asked.folded { return (.folded, 0) }
            if key.bare == asked.bare { return (.accents, 0) }
            return key.stemmed == asked.stemmed && areForms(key, asked) ? (.inflected, 0) : nil
        }
    }

    func suggestions(for question: UTF8Text) -> [Answer] {
        let asked = key(question)
        let letters = asked.bare.placedScalars.map(\.scalar)
        if letters.isEmpty { return [] }
        return best { _, key in
            if key.bare.firstWholeWords(asked.bare) != nil || key.stemmed.firstWholeWords(asked.stemmed) != nil {
                return (.part, key.bare.count - asked.bare.count)
            }
            let distance = Self.distance(letters, key.bare.placedScalars.map(\.scalar))
            return distance <= max(1, min(4, letters.count / 4)) ? (.near, distance) : nil
        }
    }

    private func key(_ text: UTF8Text) -> LookupKey {
        LookupKey(text, stemmer: TermLanguage.of(language).stemmer.flatMap { Stemmer(algorithm: $0) })
    }

    private func areForms(_ one: LookupKey, _ other: LookupKey) -> Bool {
        let words = [one, other].map { $0.folded.bytes.split(separator: 0x20).map { UTF8Text(unchecked: Array($0)) } }
        return words[0].count == words[1].count
            && zip(words[0], words[1]).allSatisfy { $0 == $1 || TermLanguage.of(language).areForms($0, $1) }
    }

    private func best(_ judge: (UTF8Text, LookupKey) -> (LookupResult.Kind, Int)?) -> [Answer] {
        var answers: [(rank: (LookupResult.Kind, Int, Int), answer: Answer)] = []
        var number = 0
        for concept in glossary.concepts {
            for term in concept.terms(in: language) {
                defer { number += 1 }
                guard let (kind, distance) = judge(term.text, key(term.text)) else { continue }
                answers.append(
                    (
                        (kind, distance, number),
                        Answer(kind: kind, concept: concept.id, term: term.text, distance: distance)
                    ))
            }
        }
        var seen: Set<String> = []
        return answers.sorted { $0.rank < $1.rank }.map(\.answer).filter { seen.insert($0.concept).inserted }
    }

    /// Optimal string alignment by its definition.
    static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var table = (0...one.count).map { row in (0...other.count).map { row == 0 ? $0 : $0 == 0 ? row : 0 } }
        for row in one.indices {
            for column in other.indices {
                var best = min(table[row][column + 1], table[row + 1][column]) + 1
                best = min(best, table[row][column] + (one[row] == other[column] ? 0 : 1))
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    best = min(best, table[row - 1][column - 1] + 1)
                }
                table[row + 1][column + 1] = best
            }
        }
        return table[one.count][other.count]
    }
}
