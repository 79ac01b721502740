/// What `languages.txt` tells: scripts and their languages, near relatives, varieties.
struct LanguageFacts {
    struct Variety {
        let language: LanguageTag
        /// In bits.
        let lead: Double
    }

    private var scripts: [String: [LanguageTag]] = [:]
    private var relatives: [LanguageTag: [LanguageTag]] = [:]
    private(set) var varieties: [LanguageTag: Variety] = [:]

    init(_ file: SectionedFile) {
        for line in file.lines("scripts") {
            let words = Self.words(line)
            if let script = words.first { scripts[script] = words.dropFirst().compactMap { LanguageTag($0) } }
        }
        for line in file.lines("relatives") {
            let tags = Self.words(line).compactMap { LanguageTag($0) }
            for tag in tags { relatives[tag] = tags.filter { $0 != tag } }
        }
        for line in file.lines("varieties") {
            let words = Self.words(line)
            guard words.count == 3, let variety = LanguageTag(words[0]), let language = LanguageTag(words[1]),
                let lead = Double(words[2])
            else { continue }
            varieties[variety] = Variety(language: language, lead: lead)
        }
    }

    /// The languages that a script may be, none when it may be any.
    func languages(in script: String) -> [LanguageTag] { scripts[script] ?? [] }

    /// The near relatives of a language.
    func relatives(of language: LanguageTag) -> [LanguageTag] { relatives[language] ?? [] }

    private static func words(_ line: UTF8Text) -> [String] {
        line.bytes.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    }
}
