internal import UnicodeText

/// Names of languages and fields as gettext has them.
enum POLanguage {
    /// A tag as gettext spells it: `pt_BR`, `sr@latin`.
    static func name(_ tag: LanguageTag) -> String {
        var name = tag.language
        if let region = tag.region { name += "_\(region)" }
        if let script = tag.script {
            let modifiers = ["Latn": "latin", "Cyrl": "cyrillic", "Deva": "devanagari", "Arab": "arabic"]
            // A script without a modifier stays a subtag, as in `zh_Hant`.
            guard let modifier = modifiers[script] else {
                return tag.description.split(separator: "-").joined(separator: "_")
            }
            name += "@\(modifier)"
        }
        return name
    }

    static func isContentType(_ name: String) -> Bool {
        String(decoding: name.utf8.map { $0 | 0x20 }, as: UTF8.self) == "content-type"
    }
}
