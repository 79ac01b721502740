import Testing
import UnicodeText

@testable import Terminology

@Suite struct TermScannerTests {
    /// What a scanner keeps of the words of long texts changes nothing: a text that comes again and again has the terms of
    /// one that comes once, at its own places.
    @Test(arguments: TermGoldenFile.languages)
    func knowsWordsAgain(_ language: String) throws {
        let (file, tag) = (try TermGoldenFile(language), try #require(LanguageTag(language)))
        let concepts = file.terms.map {
            Concept(id: $0.text.description, sections: [.init(language: tag, terms: [$0])])
        }
        let matcher = TermMatcher(glossaries: [Glossary(name: "t", concepts: concepts)], language: tag)
        let text = UTF8Text(file.text)
        let times = 20_000 / max(1, text.count) + 3
        let repeated = UTF8Text(
            unchecked: Array([[UInt8]](repeating: text.bytes, count: times).joined(separator: Array("\n\n".utf8))))
        for (compounds, overlapping) in [(false, false), (false, true), (true, false)] {
            let once = matcher.scanner(compounds: compounds).occurrences(in: text, overlapping: overlapping)
            let scanner = matcher.scanner(compounds: compounds)
            let many = scanner.occurrences(in: repeated, overlapping: overlapping)
            #expect(many.count == once.count * times)
            for (index, found) in many.enumerated() where !once.isEmpty {
                let wanted = once[index % once.count]
                let start = index / once.count * (text.count + 2)
                #expect(found.range == wanted.range.lowerBound + start..<wanted.range.upperBound + start)
                #expect(found.form == wanted.form && found.rules == wanted.rules && found.term == wanted.term)
            }
            // A short text after it, of the same scanner.
            #expect(scanner.occurrences(in: text, overlapping: overlapping) == once)
        }
    }
}
