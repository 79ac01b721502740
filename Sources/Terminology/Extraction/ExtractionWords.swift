internal import UnicodeText

/// What words of a language can be in a term, from its data file (`extraction-en.txt`).
struct ExtractionWords: Sendable {
    /// A word's part in terms.
    struct Role: OptionSet, Hashable, Sendable {
        let rawValue: UInt8
        /// Ends a term wherever it stands.
        static let function = Role(rawValue: 1)
        /// May stand between the words of a term, not at its ends.
        static let inner = Role(rawValue: 2)
        /// The same between words with capitals alone.
        static let innerOfNames = Role(rawValue: 32)
        static let notFirst = Role(rawValue: 4)
        static let notLast = Role(rawValue: 8)
        /// Too general to make a term with others like it.
        static let common = Role(rawValue: 16)
    }

    /// Whether anything is known of the language; else what a word is must be told by how often it comes.
    let isKnown: Bool
    private let roles: [UTF8Text: Role]
    private let verbs: Set<UTF8Text>
    private let nounEndings: [UTF8Text]
    private let adverbEndings: [UTF8Text]

    init(_ language: LanguageTag, stem: (UTF8Text) -> UTF8Text) {
        let tag = language.fallbacks.first { LanguageData.file("terminology/extraction-\($0).txt") != nil }
        guard let tag, let bytes = LanguageData.file("terminology/extraction-\(tag).txt") else {
            isKnown = false
            roles = [:]
            verbs = []
            nounEndings = []
            adverbEndings = []
            return
        }
        isKnown = true
        let file = SectionedFile(bytes)
        func words(_ section: String) -> [UTF8Text] { Array(file.words(section).joined()) }
        var roles: [UTF8Text: Role] = [:]
        for (section, role) in [
            ("function", Role.function), ("inner", .inner), ("inner-names", .innerOfNames), ("not-first", .notFirst),
            ("not-last", .notLast),
            ("common", .common),
        ] {
            for word in words(section) { roles[word, default: []].insert(role) }
        }
        for word in words("plain") { roles[word, default: []] = [] }
        self.roles = roles
        verbs = Set(words("verbs").map(stem))
        nounEndings = words("noun-endings")
        adverbEndings = words("adverb-endings")
    }

    private static func withStraightApostrophes(_ word: UTF8Text) -> UTF8Text {
        guard let place = word.bytes.firstRange(of: Array("’".utf8)) else { return word }
        return UTF8Text(unchecked: word.bytes[..<place.lowerBound] + [0x27] + word.bytes[place.upperBound...])
    }

    /// - Parameters:
    ///   - word: Case-folded.
    ///   - stem: Its stem.
    func role(of word: UTF8Text, stem: UTF8Text) -> Role {
        if let role = roles[Self.withStraightApostrophes(word)] { return role }
        if verbs.contains(stem), !nounEndings.contains(where: { word.bytes.hasSuffix($0.bytes) }) { return .function }
        if adverbEndings.contains(where: { word.count >= $0.count + 3 && word.bytes.hasSuffix($0.bytes) }) {
            return .function
        }
        return []
    }
}
