import Testing
import UnicodeText

@testable import Terminology

@Suite struct TermGoldenTests {
    @Test(arguments: TermGoldenFile.languages)
    func findsTermsWhereTheyStand(_ language: String) throws {
        let file = try TermGoldenFile(language)
        let tag = try #require(LanguageTag(language))
        let text = UTF8Text(file.text)
        let concepts = file.terms.map {
            Concept(id: $0.text.description, sections: [.init(language: tag, terms: [$0])])
        }
        let matcher = TermMatcher(glossaries: [Glossary(name: "t", concepts: concepts)], language: tag)
        var marked = ""
        var position = 0
        for occurrence in matcher.occurrences(in: text) {
            marked += "\(text[position..<occurrence.range.lowerBound])[\(occurrence.found)]"
            position = occurrence.range.upperBound
        }
        marked += "\(text[position..<text.count])"
        let (found, wanted) = (marked.split(separator: "\n"), file.marked.split(separator: "\n"))
        for (found, wanted) in zip(found, wanted) { #expect(found == wanted) }
        #expect(found.count == wanted.count)
    }

    /// The files are worth something only while they hold enough that must not be found.
    @Test func thereAreTraps() throws {
        let files = try TermGoldenFile.languages.map { try TermGoldenFile($0) }
        #expect(files.count >= 14)
        #expect(files.map(\.traps).reduce(0, +) >= 150)
    }
}
