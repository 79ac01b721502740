internal import Interchange
public import Terminology
public import UnicodeText

/// The glossaries of a run in order of priority, and matchers made of them as languages come up.
///
/// A user's own glossaries come first, then the shipped ones, then CLDR's names.
public struct GlossaryShelf: Sendable {
    /// The user's own.
    public private(set) var own: [Glossary] = []
    /// Whether the glossaries compiled into the program and CLDR's names are used.
    public var hasDefaults: Bool

    public init(hasDefaults: Bool = true) { self.hasDefaults = hasDefaults }

    /// Puts a glossary behind those already there.
    public mutating func add(_ glossary: Glossary) { own.append(glossary) }

    /// A matcher for texts in a language whose targets are wanted in others.
    ///
    /// Names of languages are left out: in a text "Chinese" is an adjective far more often than a language.
    public func matcher(for language: LanguageTag, targets: [LanguageTag]) throws -> TermMatcher {
        TermMatcher(glossaries: try glossaries(in: [language] + targets), language: language)
    }

    /// The glossaries that terms of texts are found with, the shipped ones with the sections of some languages.
    func glossaries(in languages: [LanguageTag]) throws -> [Glossary] {
        try all(languages, kinds: [.region, .currency])
    }

    /// For questions asked in a language and answered in others (`nil`: in all there are).
    public func lookup(in language: LanguageTag, targets: [LanguageTag]?) throws -> GlossaryLookup {
        let shipped = try Self.shipped(targets.map { [language] + $0 })
        let languages = targets ?? Set(shipped.flatMap(\.languages)).union(own.flatMap(\.languages)).sorted()
        var glossaries = own
        if hasDefaults {
            glossaries += shipped
            glossaries.append(
                CLDRGlossary.glossary(
                    kinds: CLDRNames.Kind.allCases, languages: [language] + languages.filter { $0 != language }))
        }
        return GlossaryLookup(glossaries: glossaries, language: language)
    }

    /// The glossaries that are files, whole.
    public func files() throws -> [Glossary] {
        hasDefaults ? own + (try Self.shippedNames.map { try Self.complete($0) }) : own
    }

    /// The names of all glossaries, which links to their concepts begin with.
    public func names() throws -> [String] {
        own.map(\.name) + (hasDefaults ? Self.shippedNames.map(Self.name(of:)) + [CLDRGlossary.name] : [])
    }

    /// The links to all concepts of a subject field, whatever its case, and the fields there are.
    ///
    /// - Throws: What reading the shipped glossaries throws.
    public func concepts(ofSubject field: String) throws -> (links: Set<String>, fields: Set<String>) {
        let wanted = try? CaseMapping.fold(UTF8Text(field))
        var links: Set<String> = []
        var fields: Set<String> = []
        for glossary in try all([.english], kinds: CLDRNames.Kind.allCases) {
            for concept in glossary.concepts {
                guard let subject = concept.subjectField else { continue }
                fields.insert(subject)
                if let wanted, (try? CaseMapping.fold(UTF8Text(subject))) == wanted {
                    links.insert(glossary.link(to: concept))
                }
            }
        }
        return (links, fields)
    }

    private func all(_ languages: [LanguageTag], kinds: [CLDRNames.Kind]) throws -> [Glossary] {
        guard hasDefaults else { return own }
        var unique: [LanguageTag] = []
        for language in languages where !unique.contains(language) { unique.append(language) }
        return own + (try Self.shipped(unique)) + [CLDRGlossary.glossary(kinds: kinds, languages: unique)]
    }

    /// The shipped glossaries with the sections of some languages and those they fall back to.
    private static func shipped(_ languages: [LanguageTag]?) throws -> [Glossary] {
        let wanted = languages.map { Set($0.flatMap(\.fallbacks)) }
        return try shippedNames.map { file in
            guard let bytes = LanguageData.file(file),
                let glossary = TBXLineReader.read(bytes, name: name(of: file), languages: wanted)
            else { return try complete(file) }
            return glossary
        }
    }

    private static var shippedNames: [String] {
        LanguageData.names.filter { $0.hasPrefix("glossaries/") && $0.hasSuffix(".tbx") }
    }

    private static func complete(_ file: String) throws -> Glossary {
        try TBXReader.read(LanguageData.file(file).map { Array($0) } ?? [], name: name(of: file), file: file)
    }

    private static func name(of file: String) -> String {
        String(file.dropFirst("glossaries/".utf8.count).dropLast(".tbx".utf8.count))
    }
}
