internal import CICU

/// Names of regions, languages and currencies from ICU's CLDR data.
public enum CLDRNames {
    public enum Kind: Int32, Sendable, CaseIterable {
        case region = 0
        case language
        case currency
    }

    /// All codes of a kind: ISO 3166 and UN M.49, ISO 639, ISO 4217.
    public static func codes(_ kind: Kind) -> [String] {
        (0..<dgm_code_count(kind.rawValue)).map { String(cString: dgm_code_at(kind.rawValue, $0)) }
    }

    /// The name of a code in a language, `nil` where CLDR has none of its own there.
    ///
    /// - Parameter short: the shorter name where there is one ("UK"), else the full one.
    public static func name(_ kind: Kind, _ code: String, in language: LanguageTag, short: Bool = false) -> UTF8Text? {
        bytes { dgm_display_name(kind.rawValue, icuName(language), code, short ? 1 : 0, $0, $1) }
    }

    /// A currency's plural name ("US dollars") for a CLDR plural keyword such as `other`.
    public static func pluralCurrencyName(_ code: String, keyword: String, in language: LanguageTag) -> UTF8Text? {
        bytes { dgm_currency_plural_name(icuName(language), code, keyword, $0, $1) }
    }

    /// The script a language is usually written in, such as `Latn`; `nil` if unknown.
    public static func likelyScript(of language: LanguageTag) -> String? {
        let script = withCString { dgm_likely_script(language.description, $0, $1) }
        return script.isEmpty ? nil : script
    }

    /// Whether ICU has any data for the language or one it falls back to.
    public static func knows(_ language: LanguageTag) -> Bool {
        let wanted = language.language
        return available.contains(wanted)
    }

    private static let available: Set<String> = Set(
        (0..<dgm_locale_count()).compactMap { index in
            LanguageTag(withCString { dgm_locale_at(index, $0, $1) })?.language
        })

    /// ICU's own name of a locale: underscores.
    static func icuName(_ language: LanguageTag) -> String {
        String(decoding: language.description.utf8.map { $0 == 0x2D ? 0x5F : $0 }, as: UTF8.self)
    }

    static func bytes(_ fill: (UnsafeMutablePointer<CChar>, Int32) -> Int32) -> UTF8Text? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1024) { buffer in
            guard let start = buffer.baseAddress else { return nil }
            let count = Int(fill(start, Int32(buffer.count)))
            guard count > 0 else { return nil }
            return UTF8Text(
                unchecked: UnsafeRawBufferPointer(start: start, count: count).map { $0 })
        }
    }
}
