internal import UnicodeText

/// What is known of the conventions of one language, read from `conventions-<tag>.txt` along the tag.
///
/// A section of the nearest tag replaces the same section further up; `[quotes]` is replaced key by key.
struct ConventionData: Sendable {
    let language: LanguageTag
    private let files: [SectionedFile]

    static func data(for language: LanguageTag) -> ConventionData {
        var names = language.fallbacks.map(\.description)
        if let script = CLDRNames.likelyScript(of: language) { names.append("und-\(script)") }
        return ConventionData(
            language: language,
            files: names.compactMap { LanguageData.file("normalization/conventions-\($0).txt") }.map(SectionedFile.init)
        )
    }

    /// The lines of a section, each in its words; empty where no file has the section.
    func words(_ section: String) -> [[UTF8Text]] {
        for file in files {
            let lines = file.words(section)
            if !lines.isEmpty { return lines }
        }
        return []
    }

    /// What stands behind a key in the nearest file whose section has it.
    func value(_ section: String, _ key: UTF8Text) -> [UTF8Text]? {
        for file in files {
            for words in file.words(section) where words.first == key { return Array(words.dropFirst()) }
        }
        return nil
    }

    /// A character written as itself or as `U+00A0`.
    static func scalar(_ word: UTF8Text) -> Unicode.Scalar? {
        let text = word.description
        if text.utf8.starts(with: "U+".utf8) {
            return UInt32(text.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        }
        return text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
    }
}
