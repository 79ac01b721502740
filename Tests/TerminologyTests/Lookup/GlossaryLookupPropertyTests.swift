import TestSupport
import Testing
import UnicodeText

@testable import Terminology

@Suite struct GlossaryLookupPropertyTests {
    private static let words = [
        "state", "states", "station", "Stata", "sate", "économie", "economie", "ECONOMY", "economies", "digital",
        "of", "a", "é", "e", "éé", "ab", "ba", "中国", "国", "学校", "мир", "миру", "-", "a-b", "naïve", "ß", "ss", "7",
    ]

    /// The same answers as with a look at every term, made in memory and read from a file.
    @Test(arguments: ["en", "fr", "ru", "zh", "yo", "de"] as [LanguageTag])
    func answersAsThePlainLookup(_ language: LanguageTag) throws {
        var random = SplitMix(seed: UInt64(language.description.utf8.reduce(3) { $0 &* 31 &+ Int($1) }))
        func phrase(_ limit: Int) -> UTF8Text {
            let words = (0..<Int.random(in: 1...limit, using: &random)).map { _ in
                Self.words.randomElement(using: &random) ?? ""
            }
            return UTF8Text(words.joined(separator: " "))
        }
        var found = (results: 0, parts: 0, near: 0)
        for _ in 0..<12 {
            let concepts = (0..<25).map { number in
                Concept(
                    id: "\(number)",
                    sections: [
                        .init(
                            language: language,
                            terms: (0..<Int.random(in: 0...2, using: &random)).map { _ in Term(phrase(4)) })
                    ])
            }
            let glossary = Glossary(name: "t", concepts: concepts)
            let plain = PlainLookup(glossary: glossary, language: language)
            let made = GlossaryLookup(glossaries: [glossary], language: language)
            let read = try #require(GlossaryLookup(made.compiled(key: []), glossaries: [glossary], language: language))
            for _ in 0..<25 {
                let question = phrase(2)
                let results = plain.results(for: question)
                let suggestions = plain.suggestions(for: question)
                for lookup in [made, read] {
                    #expect(lookup.results(for: question).map(Self.answer) == results, "\(question)")
                    #expect(
                        lookup.suggestions(for: question, limit: .max).map(Self.answer) == suggestions, "\(question)")
                    #expect(
                        lookup.suggestions(for: question, limit: 3).map(Self.answer) == Array(suggestions.prefix(3)))
                }
                found.results += results.count
                found.parts += suggestions.count { $0.kind == .part }
                found.near += suggestions.count { $0.kind == .near }
            }
        }
        #expect(found.results > 15 && found.parts > 50 && found.near > 50)
    }

    private static func answer(_ result: LookupResult) -> PlainLookup.Answer {
        PlainLookup.Answer(
            kind: result.kind, concept: result.concept.id, term: result.term.text, distance: result.distance)
    }

    /// No text that is near is passed over by its signature, whatever the edits.
    @Test func signaturesLetAllNearTextsThrough() {
        var random = SplitMix(seed: 5)
        let letters = Array("abcdeé中ﺎ".unicodeScalars)
        func letter() -> Unicode.Scalar { letters.randomElement(using: &random) ?? "a" }
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in letter() }
            var other = text
            let edits = Int.random(in: 0...4, using: &random)
            for _ in 0..<edits {
                let place = Int.random(in: 0...other.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: other.insert(letter(), at: place)
                case 1 where place < other.count: other.remove(at: place)
                case 2 where place < other.count: other[place] = letter()
                case 3 where place + 1 < other.count: other.swapAt(place, place + 1)
                default: break
                }
            }
            let signatures = (LetterSignature.of(text), LetterSignature.of(other))
            #expect(LetterSignature.mayBeNear(signatures.0, signatures.1, edits))
        }
        #expect(!LetterSignature.mayBeNear(LetterSignature.of("abc".unicodeScalars), LetterSignature.of([]), 2))
    }

    /// A long key of one letter is gone through once.
    @Test func aLongTermTakesLinearTime() {
        let term = UTF8Text(unchecked: [UInt8](repeating: 0x61, count: 2_000_000))
        let accented = UTF8Text(unchecked: (0..<1_000_000).flatMap { _ in Array("é".utf8) })
        let glossary = Glossary(
            name: "t",
            concepts: [term, accented].enumerated().map {
                Concept(id: "\($0)", sections: [.init(language: "en", terms: [Term($1)])])
            })
        let lookup = GlossaryLookup(glossaries: [glossary], language: "en")
        #expect(lookup.suggestions(for: "a", limit: 5).isEmpty)
        #expect(lookup.suggestions(for: "é", limit: 5).isEmpty)
        #expect(lookup.results(for: term).map(\.kind) == [.exact])
    }
}
