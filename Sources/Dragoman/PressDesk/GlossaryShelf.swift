internal import Interchange
public import Terminology
public import UnicodeText

/// The glossaries of a run in order of priority, and matchers made of them as languages come up.
public struct GlossaryShelf: Sendable {
    public private(set) var glossaries: [Glossary] = []
    /// Whether CLDR's names of regions and currencies stand behind all others.
    public var hasCLDR = false

    public init() {}

    /// Puts a glossary behind those already there.
    public mutating func add(_ glossary: Glossary) { glossaries.append(glossary) }

    /// Puts the glossaries that come with the package behind those already there.
    public mutating func addShipped() throws {
        for name in LanguageData.names where name.hasPrefix("glossaries/") && name.hasSuffix(".tbx") {
            guard let bytes = LanguageData.file(name) else { continue }
            let short = String(name.dropFirst("glossaries/".utf8.count).dropLast(".tbx".utf8.count))
            add(try TBXReader.read(Array(bytes), name: short, file: name))
        }
    }

    /// A matcher for texts in a language whose targets are wanted in others.
    ///
    /// Names of languages are left out: in a text "Chinese" is an adjective far more often than a language.
    public func matcher(for language: LanguageTag, targets: [LanguageTag]) -> TermMatcher {
        var all = glossaries
        if hasCLDR {
            all.append(CLDRGlossary.glossary(kinds: [.region, .currency], languages: [language] + targets))
        }
        return TermMatcher(glossaries: all, language: language)
    }

    /// For questions asked in a language.
    public func lookup(in language: LanguageTag, targets: [LanguageTag]) -> GlossaryLookup {
        var all = glossaries
        if hasCLDR {
            all.append(CLDRGlossary.glossary(kinds: CLDRNames.Kind.allCases, languages: [language] + targets))
        }
        return GlossaryLookup(glossaries: all, language: language)
    }

    /// The concept a memory's term link names, `nil` if no glossary here has it.
    public func concept(link: String, languages: [LanguageTag]) -> Concept? {
        guard let slash = link.utf8.firstIndex(of: 0x2F) else { return nil }
        let name = link[..<slash]
        let id = link[link.utf8.index(after: slash)...]
        for glossary in glossaries where glossary.name.utf8.elementsEqual(name.utf8) {
            return glossary.concepts.first { $0.id.utf8.elementsEqual(id.utf8) }
        }
        return nil
    }
}
