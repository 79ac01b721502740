internal import Interchange
internal import Terminology
internal import UnicodeText

extension GlossaryShelf {
    /// The shipped glossaries with the sections of some languages and those they fall back to; compiled ones have all.
    func shipped(_ languages: [LanguageTag]?) throws -> [any ConceptList] {
        guard let cache else { return try Self.read(languages) }
        return try cache.value(for: CacheKey("shipped")) { file -> [any ConceptList]? in
            CompiledGlossary.glossaries(of: file)
        } make: {
            try Self.read(nil)
        } compile: { lists, key in
            CompiledGlossary.compile(lists.map(\.glossary), key: key)
        }
    }

    /// CLDR's names in some languages. A concept has the same number whatever the languages: what is made of the names in one
    /// language fits the names in several.
    func cldrNames(_ kinds: [CLDRNames.Kind], _ languages: [LanguageTag]) -> any ConceptList {
        var unique: [LanguageTag] = []
        for language in languages where !unique.contains(language) { unique.append(language) }
        return kept(CacheKey("names", kinds.map { "\($0)" } + unique.map(\.description))) {
            file -> (any ConceptList)? in
            CompiledGlossary.glossaries(of: file).flatMap { $0.count == 1 ? $0[0] : nil }
        } make: {
            CLDRGlossary.glossary(kinds: kinds, languages: unique, isComplete: true)
        } compile: { list, key in
            CompiledGlossary.compile([list.glossary], key: key)
        }
    }

    private static func read(_ languages: [LanguageTag]?) throws -> [Glossary] {
        let wanted = languages.map { Set($0.flatMap(\.fallbacks)) }
        return try shippedNames.map { file in
            guard let bytes = LanguageData.file(file),
                let glossary = TBXLineReader.read(bytes, name: name(of: file), languages: wanted)
            else { return try complete(file) }
            return glossary
        }
    }

    static var shippedNames: [String] {
        LanguageData.names.filter { $0.hasPrefix("glossaries/") && $0.hasSuffix(".tbx") }
    }

    static func complete(_ file: String) throws -> Glossary {
        try TBXReader.read(LanguageData.file(file).map { Array($0) } ?? [], name: name(of: file), file: file)
    }

    static func name(of file: String) -> String {
        String(file.dropFirst("glossaries/".utf8.count).dropLast(".tbx".utf8.count))
    }
}
