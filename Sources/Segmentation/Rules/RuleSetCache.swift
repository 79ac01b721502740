internal import Synchronization
internal import UnicodeText

/// Rule sets made once for every language and script that is asked for.
enum RuleSetCache {
    private static let sets = Mutex<[String: RuleSet]>([:])

    /// The file of the language itself or of a tag it falls back to; `nil` when it has none.
    static func rules(for language: LanguageTag) -> RuleSet? {
        let key = language.description
        if let known = sets.withLock({ $0[key] }) { return known }
        guard let bytes = LanguageData.file("segmentation", for: language) else { return nil }
        let file = DataFile(bytes)
        var rules = rules(forScript: language.script ?? file.script)
        rules.add(file)
        store(rules, key)
        return rules
    }

    /// The defaults of a script; those of all scripts when it has none of its own.
    static func rules(forScript script: String?) -> RuleSet {
        let key = "und-" + (script ?? "")
        if let known = sets.withLock({ $0[key] }) { return known }
        var rules = RuleSet()
        if let bytes = LanguageData.file("segmentation/und.txt") { rules.add(DataFile(bytes)) }
        if let script, let bytes = LanguageData.file("segmentation/und-\(rules.scriptAliases[script] ?? script).txt") {
            rules.add(DataFile(bytes))
        }
        store(rules, key)
        return rules
    }

    /// Any other thread may have made the same set meanwhile: both are equal, so that the last one stays does no harm.
    /// Made-up tags must not fill the memory, so no more sets are kept than there are languages with data.
    private static func store(_ rules: RuleSet, _ key: String) {
        sets.withLock { known in
            if known.count >= 512 { known.removeAll() }
            known[key] = rules
        }
    }
}
