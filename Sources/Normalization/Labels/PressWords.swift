internal import UnicodeText

/// The phrases of a language that tell what a line is, by class: `legal`, `navigation`, `byline`, `date-label` …
struct PressWords: Sendable {
    struct Phrase: Sendable {
        /// Case-folded.
        let text: UTF8Text
        /// Whether longer words count too.
        let isPrefix: Bool
    }

    private let classes: [String: [Phrase]]

    subscript(name: String) -> [Phrase] { classes[name] ?? [] }

    /// Phrases of a class that stand in a case-folded text as whole words, with their places.
    func found(_ name: String, in folded: UTF8Text) -> [(phrase: UTF8Text, range: ByteRange)] {
        var result: [(UTF8Text, ByteRange)] = []
        for phrase in self[name] {
            if let range = folded.firstWholeWords(phrase.text, asPrefix: phrase.isPrefix) {
                result.append((phrase.text, range))
            }
        }
        return result
    }

    init(classes: [String: [Phrase]]) { self.classes = classes }

    /// The words of a language and of English, whose wording pages in any language borrow.
    static func words(for language: LanguageTag) -> PressWords {
        var merged: [String: [Phrase]] = [:]
        for tag in [language, .english] {
            guard let own = table[tag.language] else { continue }
            for (name, phrases) in own.classes {
                merged[name, default: []] += phrases.filter { phrase in
                    !(merged[name] ?? []).contains { $0.text == phrase.text }
                }
            }
            if language.language == "en" { break }
        }
        return PressWords(classes: merged)
    }

    /// All languages that have a file.
    private static let table: [String: PressWords] = {
        var table: [String: PressWords] = [:]
        for name in LanguageData.names where name.hasPrefix("normalization/") && name.hasSuffix(".txt") {
            let tag = String(name.dropFirst("normalization/".utf8.count).dropLast(4))
            guard let bytes = LanguageData.file(name) else { continue }
            table[tag] = parse(SectionedFile(bytes))
        }
        return table
    }()

    private static func parse(_ file: SectionedFile) -> PressWords {
        var classes: [String: [Phrase]] = [:]
        for section in file.sections {
            classes[section.name] = section.lines.map { line in
                let isPrefix = line.bytes.last == UInt8(ascii: "*")
                let text = isPrefix ? line[0..<line.count - 1] : line
                return Phrase(text: (try? CaseMapping.fold(text)) ?? text, isPrefix: isPrefix)
            }
        }
        return PressWords(classes: classes)
    }
}
