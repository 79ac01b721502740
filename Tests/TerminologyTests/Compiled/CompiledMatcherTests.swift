import TestSupport
import Testing
import UnicodeText

@testable import Terminology

@Suite struct CompiledMatcherTests {
    private static let words = [
        "state", "states", "the", "WHO", "who", "digital", "digitals", "l’économie", "économies", "中国", "中國人",
        "écoles", "US", "U. S.", "Schulhaus", "中美", "China", "мира", "état", "cyberstate", ".", "\n\n", "-",
    ]

    private func text(_ count: Int, _ random: inout SplitMix) -> UTF8Text {
        UTF8Text((0..<count).map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(separator: " "))
    }

    @Test(arguments: ["en", "fr", "zh", "pt", "de", "und"] as [LanguageTag])
    func findsWhatTheMatcherFinds(_ language: LanguageTag) throws {
        var random = SplitMix(seed: 31)
        var count = 0
        for _ in 0..<15 {
            let glossaries = ["a", "b"].map { CompiledSamples.glossary($0, concepts: 15, &random) }
            let made = TermMatcher(glossaries: glossaries, language: language)
            let lists = try #require(
                CompiledGlossary.glossaries(of: CompiledGlossary.compile(glossaries, key: [])))
            let read = try #require(TermMatcher(made.compiled(key: [1]), glossaries: lists, language: language))
            for _ in 0..<10 {
                let text = text(30, &random)
                let found = made.occurrences(in: text)
                #expect(read.occurrences(in: text) == found)
                for each in found { #expect(read.link(of: each) == made.link(of: each)) }
                #expect(
                    read.scanner(compounds: true).occurrences(in: text, overlapping: true)
                        == made.scanner(compounds: true).occurrences(in: text, overlapping: true))
                count += found.count
            }
        }
        #expect(language == "und" || count > 100)
    }

    /// Tables that lead anywhere, with a checksum that holds: refused, or texts are gone through without a fault.
    @Test func standsAnyTables() {
        var random = SplitMix(seed: 32)
        let glossary = CompiledSamples.glossary("g", concepts: 8, &random)
        for language in ["en", "fr", "zh", "de"] as [LanguageTag] {
            let file = TermMatcher(glossaries: [glossary], language: language).compiled(key: [1])
            var used = 0
            for _ in 0..<700 {
                guard let damaged = CompiledSamples.damaged(file, key: [1], &random),
                    let matcher = TermMatcher(damaged, glossaries: [glossary], language: language)
                else { continue }
                used += 1
                let text = text(12, &random)
                let scanner = matcher.scanner(compounds: true)
                for found in scanner.occurrences(in: text, overlapping: true) + matcher.occurrences(in: text) {
                    #expect(found.range.upperBound <= text.count)
                    _ = matcher.link(of: found)
                }
            }
            #expect(used > 100)
        }
    }

    /// Tables of other glossaries are none of these.
    @Test func isOfItsGlossariesAlone() {
        var random = SplitMix(seed: 33)
        let glossary = CompiledSamples.glossary("g", concepts: 20, &random)
        let file = TermMatcher(glossaries: [glossary], language: "en").compiled(key: [])
        #expect(TermMatcher(file, glossaries: [glossary], language: "en") != nil)
        #expect(TermMatcher(file, glossaries: [Glossary(name: "g")], language: "en") == nil)
        #expect(TermMatcher(file, glossaries: [], language: "en") == nil)
        #expect(TermMatcher(CompiledFile(key: [], sections: []), glossaries: [glossary], language: "en") == nil)
    }
}
