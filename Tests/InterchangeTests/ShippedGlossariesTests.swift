import Foundation
import Interchange
import Terminology
import Testing
import UnicodeText

/// The glossaries compiled into the program are as their README says.
@Suite struct ShippedGlossariesTests {
    private static let glossaries: [Glossary] = {
        LanguageData.names.filter { $0.hasPrefix("glossaries/") }.compactMap { name in
            LanguageData.file(name).flatMap { try? TBXReader.read(Array($0), name: name, file: name) }
        }
    }()

    /// Calls `body` with each term, where it stands, and the preferred English term of its concept.
    private func forEachTerm(_ body: (Term, LanguageTag, Concept, Term, String) throws -> Void) throws {
        for glossary in Self.glossaries {
            for concept in glossary.concepts {
                let english = try #require(concept.preferredTerm(in: "en"), "\(glossary.name)/\(concept.id)")
                for section in concept.sections {
                    for term in section.terms {
                        try body(
                            term, section.language, concept, english,
                            "\(glossary.name)/\(concept.id) \(section.language): \(term.text)")
                    }
                }
            }
        }
    }

    @Test func thereAreFiveHundredConceptsInTheSixLanguages() throws {
        #expect(Self.glossaries.count == LanguageData.names.count { $0.hasPrefix("glossaries/") })
        let concepts = Self.glossaries.flatMap(\.concepts)
        #expect(concepts.count >= 500)
        for concept in concepts {
            for language in ["zh", "fr", "ar", "pt", "es", "ru"] as [LanguageTag] {
                #expect(concept.preferredTerm(in: language) != nil, "\(concept.id) \(language)")
            }
        }
    }

    @Test func nothingIsThereTwice() {
        let concepts = Self.glossaries.flatMap(\.concepts)
        #expect(Set(concepts.map { UTF8Text($0.id) }).count == concepts.count)
        #expect(Set(concepts.compactMap { $0.preferredTerm(in: "en")?.text }).count == concepts.count)
        for concept in concepts {
            for section in concept.sections {
                let texts = section.terms.map(\.text)
                #expect(Set(texts).count == texts.count, "\(concept.id) \(section.language)")
                #expect(section.terms.count { $0.status == .preferred } <= 1, "\(concept.id) \(section.language)")
            }
        }
    }

    @Test func termsAreComposedTrimmedAndInTheirScript() throws {
        let scripts = ["zh": "Hani", "ar": "Arab", "am": "Ethi", "hi": "Deva", "ru": "Cyrl"]
        try forEachTerm { term, language, _, _, place in
            let composed = try NormalizationForm.nfc.apply(to: term.text)
            #expect(composed == term.text, "\(place)")
            #expect(!term.text.isEmpty && term.text.trimmed == term.text, "\(place)")
            let letters = term.text.placedScalars.map(\.scalar).filter(\.isLetter)
            let wanted = scripts[language.language] ?? "Latn"
            let others = letters.filter { $0.script != wanted }
            // Short forms, and letters in names like "5G", may be Latin everywhere; nothing else is foreign.
            #expect(others.allSatisfy { $0.script == "Latn" }, "\(place)")
            let isMarked = term.type == .acronym || term.note?.contains("as in English") ?? false
            #expect(isMarked || letters.contains { $0.script == wanted }, "\(place)")
        }
    }

    @Test func whatIsAsInEnglishSaysSo() throws {
        try forEachTerm { term, language, _, english, place in
            guard language != "en", term.type != .acronym else { return }
            let isSame = try CaseMapping.fold(term.text) == CaseMapping.fold(english.text)
            #expect(!isSame || term.note?.contains("as in English") ?? false, "\(place)")
        }
    }

    @Test func everySourceIsNamedInTheREADME() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let readme = try String(contentsOf: root.appendingPathComponent("glossaries/README.md"), encoding: .utf8)
        try forEachTerm { term, _, _, _, place in
            #expect((5...9).contains(term.reliability ?? 0), "\(place)")
            guard let source = term.source else {
                // What was looked up says where.
                #expect(term.reliability != 9, "\(place)")
                return
            }
            // "wikipedia:sw", "news.un.org/sw" and "Xinhua (chine.in)" stand there as `wikipedia:am`, `:ar` …, `news.un.org` and
            // its `/sw`, and `Xinhua (…)`.
            let site = String(source.prefix { $0 != ":" && $0 != "/" && $0 != "(" }).trimmingCharacters(
                in: .whitespaces)
            #expect(readme.contains("`\(source)`") || readme.contains("`\(site)"), "\(place): \(source)")
        }
    }
}
