public import UnicodeText

/// Countries, regions, languages and currencies as a glossary, from ICU's CLDR data, in every language ICU knows.
public enum CLDRGlossary {
    public static let name = "cldr"

    /// The names of the kinds asked for, in the languages asked for.
    ///
    /// In English the names of regions that press copy uses beside CLDR's are added, from a data file.
    ///
    /// - Parameter isComplete: whether codes that no language has a name for are concepts too, so that a concept has the
    ///   same number whatever languages are asked for.
    public static func glossary(
        kinds: [CLDRNames.Kind], languages: [LanguageTag], isComplete: Bool = false
    ) -> Glossary {
        var glossary = Glossary(
            name: name, description: "Names of regions, languages and currencies: Unicode CLDR \(ICUVersion.cldr)")
        for kind in kinds {
            for code in CLDRNames.codes(kind) where isWanted(kind, code) {
                let sections = languages.compactMap { section(kind, code, $0) }
                guard isComplete || !sections.isEmpty else { continue }
                glossary.concepts.append(
                    Concept(id: "\(kind)-\(code)", subjectField: "\(kind)", sections: sections))
            }
        }
        return glossary
    }

    /// Funds, metals and test codes are no currencies a text names; neither are unknown regions.
    private static func isWanted(_ kind: CLDRNames.Kind, _ code: String) -> Bool {
        switch kind {
        case .currency: return !code.hasPrefix("X") || ["XAF", "XOF", "XPF", "XCD"].contains(code)
        case .region: return !["ZZ", "QO", "XA", "XB", "EZ"].contains(code)
        case .language: return true
        }
    }

    private static func section(_ kind: CLDRNames.Kind, _ code: String, _ language: LanguageTag) -> Concept.Section? {
        guard CLDRNames.knows(language), let full = CLDRNames.name(kind, code, in: language) else { return nil }
        var names = [full]
        // CLDR gives the code itself where a language has no name for it.
        if full.bytes.elementsEqual(code.utf8) { return nil }
        if kind == .region {
            if let short = CLDRNames.name(kind, code, in: language, short: true) { names.append(short) }
            if language.language == "en" { names += english[code] ?? [] }
        }
        if kind == .currency, let plural = CLDRNames.pluralCurrencyName(code, keyword: "other", in: language) {
            names.append(plural)
        }
        var terms: [Term] = []
        for name in names where !terms.contains(where: { $0.text == name }) {
            let isAcronym =
                name != full && name.placedScalars.allSatisfy { $0.scalar.kind == .upper || $0.scalar == "." }
            // A plural is another form of the name, not another name.
            let type: TermType = isAcronym ? .acronym : kind == .currency && !terms.isEmpty ? .variant : .full
            terms.append(
                Term(
                    name, status: terms.isEmpty ? .preferred : .admitted, type: type,
                    partOfSpeech: kind == .currency ? "noun" : "properNoun", reliability: 8,
                    source: "CLDR \(ICUVersion.cldr)"))
        }
        return Concept.Section(language: language, terms: terms)
    }

    private static let english: [String: [UTF8Text]] = {
        guard let bytes = LanguageData.file("terminology/regions-en.txt") else { return [:] }
        var names: [String: [UTF8Text]] = [:]
        for slice in bytes.split(separator: 0x0A) where slice.first != UInt8(ascii: "#") {
            guard let blank = slice.firstIndex(of: 0x20) else { continue }
            names[String(decoding: slice[..<blank], as: UTF8.self), default: []].append(
                UTF8Text(unchecked: Array(slice[(blank + 1)...])))
        }
        return names
    }()
}
