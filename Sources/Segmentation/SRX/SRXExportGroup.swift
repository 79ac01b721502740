internal import UnicodeText

/// A `<languagerule>` of the exported file, with the languages it is for.
struct SRXExportGroup {
    let name: String
    /// A regular expression that takes a language tag whole.
    let languagePattern: String
    let rules: [SRXExportRule]

    private static let general = "und"

    /// Languages first, then scripts, then what is for all; of the languages asked for, or all.
    static func groups(for languages: [LanguageTag]?) -> [SRXExportGroup] {
        let names = LanguageData.names.compactMap { name -> String? in
            guard name.hasPrefix("segmentation/"), name.hasSuffix(".txt") else { return nil }
            return String(name.dropFirst("segmentation/".count).dropLast(".txt".count))
        }
        let root = file(general)
        let aliases = aliases(root)
        var tags = names.filter { !$0.hasPrefix(general) }
        var scripts = names.filter { $0.hasPrefix("und-") }.map { String($0.dropFirst(4)) }
        if let languages {
            let wanted = Set(languages.flatMap { $0.fallbacks.map(\.description) })
            tags = tags.filter { wanted.contains($0) }
            let wantedScripts = Set(
                languages.compactMap { tag in (tag.script ?? script(of: tag.description)).map { aliases[$0] ?? $0 } })
            scripts = scripts.filter { wantedScripts.contains($0) }
        }
        var groups = tags.map { tag in
            let own = file(tag)
            let script = (own.script ?? script(of: tag)).map { aliases[$0] ?? $0 }
            let files = [script.map { file("und-\($0)") }, own].compactMap { $0 }
            return SRXExportGroup(
                name: tag, languagePattern: SRXExportPattern.escaped(tag) + "(?:[-_].*)?",
                rules: SRXExportRules.language(SRXExportWords([own]), withScript: SRXExportWords(files)))
        }
        for script in scripts {
            let words = SRXExportWords([file("und-\(script)")])
            groups.append(
                SRXExportGroup(
                    name: "und-\(script)", languagePattern: pattern(of: script, aliases),
                    rules: SRXExportRules.script(words)))
        }
        groups.append(
            SRXExportGroup(
                name: general, languagePattern: ".*", rules: SRXExportRules.general(SRXExportWords([root]))))
        return groups
    }

    private static func file(_ tag: String) -> DataFile {
        DataFile(LanguageData.file("segmentation/\(tag).txt") ?? UnsafeBufferPointer(start: nil, count: 0))
    }

    /// The script a language is written in: by its own file, else by CLDR.
    private static func script(of tag: String) -> String? {
        if let script = file(tag).script { return script }
        return LanguageTag(tag).flatMap { CLDRNames.likelyScript(of: $0) }
    }

    private static func aliases(_ file: DataFile) -> [String: String] {
        var rules = RuleSet()
        rules.add(file)
        return rules.scriptAliases
    }

    /// The languages of a script, by CLDR. Latin letters are those of every language that has no other.
    private static func pattern(of script: String, _ aliases: [String: String]) -> String {
        let isLatin = script == "Latn"
        let languages = CLDRNames.codes(.language).filter { code in
            guard LanguageTag(code) != nil, let found = Self.script(of: code) else { return false }
            return isLatin ? found != "Latn" : (aliases[found] ?? found) == script
        }
        let any = "(?:" + languages.sorted().joined(separator: "|") + ")"
        let named =
            ".*-" + (["\(script)"] + aliases.filter { $0.value == script }.keys.sorted()).joined(separator: "|.*-")
        let written = "(?:\(named))(?:-.*)?"
        if isLatin { return #"(?!\#(any)(?:[-_]|$)).*|\#(written)"# }
        return #"\#(any)(?:[-_](?!Latn).*)?|\#(written)"#
    }
}
