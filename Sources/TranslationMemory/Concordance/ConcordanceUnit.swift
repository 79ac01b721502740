internal import UnicodeText

/// The texts of a unit as a concordance reads them.
struct ConcordanceUnit {
    var variants: [(language: LanguageTag, text: UTF8Text)] = []
    var sourceLanguage: LanguageTag?

    init(variants: [(language: LanguageTag, text: UTF8Text)] = [], sourceLanguage: LanguageTag? = nil) {
        self.variants = variants
        self.sourceLanguage = sourceLanguage
    }

    /// Index of the variant that `TranslationUnit.source` takes, else of the first.
    var source: Int { Self.source(of: sourceLanguage, in: variants.lazy.map(\.language)) }

    static func source(of language: LanguageTag?, in languages: some Sequence<LanguageTag>) -> Int {
        guard let language else { return 0 }
        var covered: Int?
        var near: Int?
        for (index, other) in languages.enumerated() {
            if other == language { return index }
            if covered == nil, language.covers(other) { covered = index }
            if near == nil, other.language == language.language { near = index }
        }
        return covered ?? near ?? 0
    }

    /// Bytes of the source text.
    var length: Int { variants.isEmpty ? 0 : variants[source].text.count }
}

/// A unit while terms are looked for in it: what was made of a text for one of them is there for the next.
struct ConcordanceReading {
    private let unit: ConcordanceUnit
    private var keys: [[UInt8]?]
    private var texts: [ConcordanceText?]

    init(_ unit: ConcordanceUnit) {
        self.unit = unit
        keys = Array(repeating: nil, count: unit.variants.count)
        texts = Array(repeating: nil, count: unit.variants.count)
    }

    var variants: Range<Int> { unit.variants.indices }

    func isIn(_ scope: ConcordanceTerm.Scope, _ variant: Int) -> Bool {
        let language = unit.variants[variant].language
        guard scope.languages.isEmpty || scope.languages.contains(where: { $0.covers(language) }) else { return false }
        if scope.side == .any { return true }
        let isSource = language == unit.variants[unit.source].language
        return isSource == (scope.side == .source)
    }

    mutating func key(_ variant: Int) -> [UInt8] {
        if let key = keys[variant] { return key }
        let key = WeakKey.bytes(of: unit.variants[variant].text)
        keys[variant] = key
        return key
    }

    mutating func text(_ variant: Int) -> ConcordanceText {
        if let text = texts[variant] { return text }
        let text = ConcordanceText(unit.variants[variant].text)
        texts[variant] = text
        return text
    }
}
