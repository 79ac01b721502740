import Testing
import UnicodeText

@testable import Normalization

/// The files of words that tell press copy from the page around it.
@Suite struct PressWordsDataTests {
    /// Files named by a language; others (`dates-fr.txt`, `references.txt`) are other data.
    private static let files = LanguageData.names.filter { name in
        guard name.hasPrefix("normalization/"), name.hasSuffix(".txt") else { return false }
        return (2...3).contains(tag(name).utf8.count)
    }

    private static let sections: Set = [
        "legal", "navigation", "identifier", "sharing", "related", "advertisement", "subscription", "call-to-action",
        "comments", "truncated", "byline", "date-label", "zone", "caption", "section-name", "note", "alone",
        "advertisement-alone",
    ]

    /// Languages not written in Latin letters.
    private static let scripts: [String: Set<String>] = [
        "am": ["Ethi"], "ar": ["Arab"], "fa": ["Arab"], "hi": ["Deva"], "ja": ["Hani", "Hira", "Kana"],
        "ko": ["Hang"], "ru": ["Cyrl"], "ti": ["Ethi"], "ur": ["Arab"], "zh": ["Hani"],
    ]

    private static func tag(_ name: String) -> String {
        String(name.dropFirst("normalization/".utf8.count).dropLast(".txt".utf8.count))
    }

    private static func lines(_ bytes: UnsafeBufferPointer<UInt8>) -> [UTF8Text] {
        bytes.split(separator: 0x0A).map { UTF8Text(unchecked: Array($0)) }
    }

    /// Without this every language's test below could pass by having no file.
    @Test(arguments: ["en", "zh", "fr", "ar", "pt", "sw", "am", "ha", "yo", "zu", "hi", "ru", "es", "de", "it", "ja"])
    func hasLanguage(tag: String) {
        #expect(Self.files.contains("normalization/\(tag).txt"))
    }

    @Test(arguments: files) func isWellFormed(name: String) throws {
        let bytes = try #require(LanguageData.file(name))
        #expect(UTF8Validation.firstError(in: bytes) == nil)
        #expect(LanguageTag(Self.tag(name))?.description == Self.tag(name))
        let file = SectionedFile(bytes)
        let content = Self.lines(bytes).map(\.trimmed).filter { $0.count > 0 && $0.bytes[0] != UInt8(ascii: "#") }
        let phrases = file.sections.flatMap(\.lines)
        #expect(content.count == file.sections.count + phrases.count, "\(name): a line before the first section")
        for section in file.sections {
            #expect(Self.sections.contains(section.name), "\(name): \(section.name)")
            #expect(!section.lines.isEmpty, "\(name): \(section.name)")
        }
        #expect(Set(file.sections.map(\.name)).count == file.sections.count, "\(name): a section is given twice")
        for line in Self.lines(bytes) {
            #expect(line == line.trimmed, "\(name): white space at an end of '\(line)'")
            #expect(NormalizationForm.nfc.holds(for: line), "\(name): '\(line)' is not NFC")
        }
        for phrase in phrases {
            let stars = phrase.bytes.filter { $0 == UInt8(ascii: "*") }.count
            #expect(stars == 0 || stars == 1 && phrase.bytes.last == UInt8(ascii: "*") && phrase.count > 1)
            #expect(!phrase.description.contains("  "), "\(name): two spaces in '\(phrase)'")
        }
    }

    /// A phrase in two classes would be weighed twice.
    @Test(arguments: files) func hasEachPhraseOnce(name: String) throws {
        let bytes = try #require(LanguageData.file(name))
        var seen: [UTF8Text: String] = [:]
        for section in SectionedFile(bytes).sections {
            for phrase in section.lines {
                let folded = try CaseMapping.fold(phrase)
                let before = seen.updateValue(section.name, forKey: folded)
                #expect(before == nil, "\(name): '\(phrase)' stands in \(before ?? "") and in \(section.name)")
            }
        }
    }

    @Test(arguments: files) func isInItsScript(name: String) throws {
        let bytes = try #require(LanguageData.file(name))
        let expected = Self.scripts[Self.tag(name)] ?? ["Latn"]
        var inScript = 0
        var letters = 0
        for phrase in SectionedFile(bytes).sections.flatMap(\.lines) {
            for placed in phrase.placedScalars where placed.scalar.isLetter {
                letters += 1
                if expected.contains(placed.scalar.script) { inScript += 1 }
            }
        }
        #expect(letters > 0)
        #expect(inScript * 10 >= letters * 9, "\(name): \(inScript) of \(letters) letters")
    }

    @Test(arguments: files) func namesItsSource(name: String) throws {
        let bytes = try #require(LanguageData.file(name))
        let head = Self.lines(bytes).prefix { $0.bytes.first == UInt8(ascii: "#") }
        #expect(head.contains { $0.description.contains("Source: ") }, "\(name) says nothing of its source")
    }

    @Test func isReadWithEnglishBehind() {
        let words = PressWords.words(for: "fr")
        func matches(_ text: UTF8Text) -> [PressWords.Match] { text.borrowed { words.matches(in: $0) } }
        #expect(matches("tous droits réservés").map(\.range) == [0..<UTF8Text("tous droits réservés").count])
        #expect(matches("all rights reserved").contains { $0.classes.contains(.legal) })
        #expect(matches("les droits").isEmpty)
    }
}
