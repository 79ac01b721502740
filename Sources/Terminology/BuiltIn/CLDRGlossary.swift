public import UnicodeText

/// Countries, regions, languages and currencies as a glossary, from ICU's CLDR data, in every language ICU knows.
public enum CLDRGlossary {
    public static let name = "cldr"

    /// The names of the kinds asked for, in the languages asked for.
    ///
    /// The names of regions that press copy uses beside CLDR's are added, from the data file of the language.
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
        guard CLDRNames.knows(language) else { return nil }
        let names = kind == .region ? RegionNames.all(code, in: language) : self.names(kind, code, language)
        let terms = names.enumerated().map { index, name in
            let isAcronym =
                index > 0 && name.text.placedScalars.allSatisfy { $0.scalar.kind == .upper || $0.scalar == "." }
            // A plural is another form of the name, not another name.
            let type: TermType = isAcronym ? .acronym : kind == .currency && index > 0 ? .variant : .full
            return Term(
                name.text, status: index == 0 ? .preferred : .admitted, type: type,
                partOfSpeech: kind == .currency ? "noun" : "properNoun", reliability: 8,
                source: name.isOfCLDR ? "CLDR \(ICUVersion.cldr)" : nil)
        }
        return terms.isEmpty ? nil : Concept.Section(language: language, terms: terms)
    }

    /// Names of a language or a currency.
    private static func names(_ kind: CLDRNames.Kind, _ code: String, _ language: LanguageTag) -> [RegionNames.Name] {
        guard let full = CLDRNames.name(kind, code, in: language), !full.bytes.elementsEqual(code.utf8) else {
            return []
        }
        var names = [full]
        if kind == .currency, let plural = CLDRNames.pluralCurrencyName(code, keyword: "other", in: language),
            plural != full
        {
            names.append(plural)
        }
        return names.map { RegionNames.Name(text: $0, isOfCLDR: true) }
    }
}
