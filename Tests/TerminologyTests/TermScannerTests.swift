import TestSupport
import Testing
import UnicodeText

@testable import Terminology

/// What a scanner keeps of the words of long texts changes nothing: a text that comes again and again has the terms of one
/// that comes once, at its own places.
@Suite struct TermScannerTests {
    @Test(arguments: TermGoldenFile.languages)
    func knowsWordsAgain(_ language: String) throws {
        let (file, tag) = (try TermGoldenFile(language), try #require(LanguageTag(language)))
        let found = expectTheSame(in: UTF8Text(file.text), of: matcher(file.terms, tag))
        #expect(found > 0)
    }

    @Test func knowsAnyWordsAgain() {
        var random = SplitMix(seed: 23)
        let pieces = [
            "a", "é", "e\u{301}", "ọ̀", "的", "中国", "ไทย", "ｶﾞ", "か\u{3099}", "ß", "'", "’", "-", "\u{AD}", "\u{FFFC}",
            "\n", " ",
            " ", " ", "ـ", "كتاب", "و", "ሰላም", "በ", "𠀀", "😀", "İ", "ﷺ", "क", "\u{93C}", "\u{95B}", ".", "U", "É", "美",
            "中", "ዩ",
            "New ", "Mexico", " ya ", "haus", "schule", "_", "na", "ku", "ng’ombe", "“", "Москва", "ов",
        ]
        func some(_ count: Int) -> String {
            (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
        var found = 0
        for language in ["en", "fr", "ar", "am", "zu", "sw", "yo", "hi", "zh", "ru", "th", "de", "und"] as [LanguageTag]
        {
            for _ in 0..<4 {
                let terms = (0..<6).map { _ in
                    Term(
                        UTF8Text(some(Int.random(in: 1...3, using: &random))),
                        partOfSpeech: Bool.random(using: &random) ? "properNoun" : "noun")
                }
                found += expectTheSame(in: UTF8Text(some(60)), of: matcher(terms, language))
            }
        }
        #expect(found > 100)
    }

    private func matcher(_ terms: [Term], _ language: LanguageTag) -> TermMatcher {
        let concepts = terms.enumerated().map {
            Concept(id: "\($0.offset)", sections: [.init(language: language, terms: [$0.element])])
        }
        return TermMatcher(glossaries: [Glossary(name: "t", concepts: concepts)], language: language)
    }

    /// Gives how many terms a text has.
    private func expectTheSame(in text: UTF8Text, of matcher: TermMatcher) -> Int {
        let times = 9_000 / max(1, text.count) + 3
        let repeated = UTF8Text(
            unchecked: Array([[UInt8]](repeating: text.bytes, count: times).joined(separator: Array("\n\n".utf8))))
        var count = 0
        for (compounds, overlapping) in [(false, false), (false, true), (true, false)] {
            let once = matcher.scanner(compounds: compounds).occurrences(in: text, overlapping: overlapping)
            let scanner = matcher.scanner(compounds: compounds)
            let many = scanner.occurrences(in: repeated, overlapping: overlapping)
            let wanted = (0..<times).flatMap { number in
                once.map { occurrence in
                    let start = number * (text.count + 2)
                    return TermOccurrence(
                        range: occurrence.range.lowerBound + start..<occurrence.range.upperBound + start,
                        found: occurrence.found, form: occurrence.form, rules: occurrence.rules,
                        term: occurrence.term, glossary: occurrence.glossary, concept: occurrence.concept)
                }
            }
            #expect(many == wanted, "\(text)")
            // A short text after it, of the same scanner.
            #expect(scanner.occurrences(in: text, overlapping: overlapping) == once, "\(text)")
            count += once.count
        }
        return count
    }
}
