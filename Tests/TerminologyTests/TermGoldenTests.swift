import Testing
import UnicodeText

@testable import Terminology

@Suite struct TermGoldenTests {
    @Test(arguments: TermGoldenFile.languages)
    func findsTermsWhereTheyStand(_ language: String) throws {
        try expectMarks(of: try TermGoldenFile(language), language) { $0.occurrences(in: $1) }
    }

    @Test(arguments: TermGoldenFile.languagesWithCompounds)
    func findsPartsOfCompoundsWhereTheyStand(_ language: String) throws {
        let file = try TermGoldenFile(language, "compounds.txt")
        try expectMarks(of: file, language) { $0.scanner(compounds: true).occurrences(in: $1) }
        let tag = try #require(LanguageTag(language))
        let plain = matcher(file, tag).occurrences(in: UTF8Text(file.text))
        #expect(!plain.contains { $0.form == .compound })
    }

    private func matcher(_ file: TermGoldenFile, _ tag: LanguageTag) -> TermMatcher {
        let concepts = file.terms.map {
            Concept(id: $0.text.description, sections: [.init(language: tag, terms: [$0])])
        }
        return TermMatcher(glossaries: [Glossary(name: "t", concepts: concepts)], language: tag)
    }

    private func expectMarks(
        of file: TermGoldenFile, _ language: String, _ find: (TermMatcher, UTF8Text) -> [TermOccurrence]
    ) throws {
        let tag = try #require(LanguageTag(language))
        let text = UTF8Text(file.text)
        var marked = ""
        var position = 0
        for occurrence in find(matcher(file, tag), text) {
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
