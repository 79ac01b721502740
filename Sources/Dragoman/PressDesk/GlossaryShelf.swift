internal import Interchange
public import Terminology
public import UnicodeText

/// The glossaries of a run in order of priority, and matchers made of them as languages come up.
///
/// A user's own glossaries come first, then the shipped ones, then CLDR's names.
public struct GlossaryShelf: Sendable {
    /// The user's own.
    public private(set) var own: [any ConceptList] = []
    /// What each of them was read from; `nil` for one that was not read from a file.
    private var keys: [CacheKey?] = []
    /// Whether the glossaries compiled into the program and CLDR's names are used.
    public var hasDefaults: Bool
    let cache: GlossaryCache?

    /// - Parameter cache: where compiled glossaries are kept; without one all are read and built anew.
    public init(hasDefaults: Bool = true, cache: GlossaryCache? = nil) {
        self.hasDefaults = hasDefaults
        self.cache = cache
    }

    /// Puts a glossary behind those already there.
    public mutating func add(_ glossary: Glossary) {
        own.append(glossary)
        keys.append(nil)
    }

    /// Puts a glossary that is read from a file behind those already there, from its compiled form if there is one.
    ///
    /// - Parameter read: gives the glossary, and what was reported meanwhile.
    /// - Returns: what was reported when the compiled form was made, with the name that the file has now.
    public mutating func add(
        file path: String, read: () throws -> (glossary: Glossary, reports: [Diagnostic])
    ) throws -> [Diagnostic] {
        guard let cache, let key = CacheKey(file: path) else {
            add(try read().glossary)
            return []
        }
        struct Changed: Error { let glossary: Glossary }
        typealias Known = (list: any ConceptList, old: [Diagnostic], new: [Diagnostic])
        do {
            let known = try cache.value(for: key) { file -> Known? in
                guard let lists = CompiledGlossary.glossaries(of: file), lists.count == 1 else { return nil }
                return (lists[0], CompiledGlossary.reports(of: file), [])
            } make: {
                let (glossary, reports) = try read()
                // What changed while it was read may be neither the one nor the other.
                guard CacheKey(file: path) == key else { throw Changed(glossary: glossary) }
                return (glossary, [], reports)
            } compile: { known, key in
                CompiledGlossary.compile([known.list.glossary], reports: known.new, key: key)
            }
            own.append(known.list)
            keys.append(key)
            return known.old.map { report in
                var report = report
                if report.file != nil { report.file = path }
                return report
            }
        } catch let error as Changed {
            add(error.glossary)
            return []
        }
    }

    /// A matcher for texts in a language whose targets are wanted in others.
    ///
    /// Names of languages are left out: in a text "Chinese" is an adjective far more often than a language.
    public func matcher(for language: LanguageTag, targets: [LanguageTag]) throws -> TermMatcher {
        matcher(for: language, of: try glossaries(in: [language] + targets))
    }

    /// A matcher of glossaries that this shelf gave, all or, where `hasNames` is false, all but CLDR's names.
    func matcher(for language: LanguageTag, of glossaries: [any ConceptList], hasNames: Bool = true) -> TermMatcher {
        kept(key("matcher", language, hasNames ? "names" : "")) {
            TermMatcher($0, glossaries: glossaries, language: language)
        } make: {
            TermMatcher(glossaries: glossaries, language: language)
        } compile: {
            $0.compiled(key: $1)
        }
    }

    /// The glossaries that terms of texts are found with, the shipped ones with the sections of some languages at least.
    func glossaries(in languages: [LanguageTag]) throws -> [any ConceptList] {
        guard hasDefaults else { return own }
        return own + (try shipped(languages)) + [cldrNames([.region, .currency], languages)]
    }

    /// For questions asked in a language and answered in others (`nil`: in all there are).
    public func lookup(in language: LanguageTag, targets: [LanguageTag]?) throws -> GlossaryLookup {
        var glossaries = own
        if hasDefaults {
            let shipped = try shipped(targets.map { [language] + $0 })
            let languages = targets ?? Set((shipped + own).flatMap(\.languages)).sorted()
            glossaries += shipped
            glossaries.append(cldrNames(CLDRNames.Kind.allCases, [language] + languages))
        }
        return kept(key("lookup", language)) {
            GlossaryLookup($0, glossaries: glossaries, language: language)
        } make: {
            GlossaryLookup(glossaries: glossaries, language: language)
        } compile: {
            $0.compiled(key: $1)
        }
    }

    /// The glossaries that are files, whole.
    public func files() throws -> [Glossary] {
        own.map(\.glossary) + (hasDefaults ? try Self.shippedNames.map { try Self.complete($0) } : [])
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
        var glossaries = own
        if hasDefaults { glossaries += try shipped([.english]) + [cldrNames(CLDRNames.Kind.allCases, [.english])] }
        for glossary in glossaries {
            for index in 0..<glossary.count {
                guard let subject = glossary.subjectField(at: index) else { continue }
                fields.insert(subject)
                if let wanted, (try? CaseMapping.fold(UTF8Text(subject))) == wanted {
                    links.insert(glossary.link(at: index))
                }
            }
        }
        return (links, fields)
    }

    /// What the cache has for a key, else what `make` gives, which the cache then keeps; without either only that.
    func kept<Value>(
        _ key: @autoclosure () -> CacheKey?, open: (CompiledFile) -> Value?, make: () -> Value,
        compile: (Value, [UInt8]) -> CompiledFile
    ) -> Value {
        guard let cache, let key = key() else { return make() }
        return cache.value(for: key, open: open, make: make, compile: compile)
    }

    /// What a file made of all glossaries was made of; `nil` where one of them was not read from a file.
    private func key(_ kind: String, _ language: LanguageTag, _ parts: String...) -> CacheKey? {
        var key = CacheKey(kind, [language.description, hasDefaults ? "defaults" : ""] + parts)
        for own in keys {
            guard let own else { return nil }
            key.add(own)
        }
        return key
    }
}
