internal import UnicodeText

/// What the matcher knows of a language, from its data file: how words begin and end, clitics, ways of writing.
struct TermLanguage: Sendable {
    /// Name of a Snowball algorithm.
    let stemmer: String?
    let writing: Writing
    /// Endings of any word but a name.
    let endings: [AffixSet]
    let nameEndings: [AffixSet]
    let acronymEndings: [AffixSet]
    /// Beginnings of any word but a name, of the first word of a term only, and of those behind the first.
    let beginnings: [AffixSet]
    let firstBeginnings: [AffixSet]
    let laterBeginnings: [AffixSet]
    let nameBeginnings: [AffixSet]
    /// Words written together with the word behind or before them.
    let proclitics: [AffixSet]
    let enclitics: [AffixSet]
    /// Forms of one word that no set has, on one line.
    let irregular: [[UTF8Text]]
    /// Words that stand for each other within a term, as its first word asks.
    let agreeing: [[UTF8Text]]
    /// Words that look like forms of each other and are none: the forms of one beside those of the other.
    let different: [[[UTF8Text]]]
    let names: NameKnowledge
    /// Whether words are written together to one.
    let hasCompounds: Bool
    /// What makes another word of a word when it stands behind it, and no compound: "-ium" in Ministerium.
    let derivations: Set<UTF8Text>
    /// Words that an apostrophe joins to the word after them: "l", "d", "qu".
    let cliticsBefore: Set<UTF8Text>
    /// Words that an apostrophe joins to the word before them: "s".
    let cliticsAfter: Set<UTF8Text>

    private static let known = LanguageCache<TermLanguage>(limit: 64)

    static func of(_ language: LanguageTag) -> TermLanguage {
        known.value(for: language) { TermLanguage($0) }
    }

    private init(_ language: LanguageTag) {
        let file = SectionedFile(
            LanguageData.file("terminology", for: language) ?? UnsafeBufferPointer(start: nil, count: 0))
        func sets(_ section: String, _ label: String, _ minimum: Int) -> [AffixSet] {
            file.lines(section).map { AffixSet($0, label: label, minimum: minimum) }
        }
        stemmer = file.lines("stemmer").first?.description
        writing = Writing(file)
        endings = sets("endings", "ending", 2)
        nameEndings = sets("name-endings", "ending", 2)
        acronymEndings = sets("acronym-endings", "ending", 2)
        beginnings = sets("beginnings", "prefix", 2)
        firstBeginnings = sets("first-beginnings", "prefix", 2)
        laterBeginnings = sets("later-beginnings", "prefix", 2)
        nameBeginnings = sets("name-beginnings", "prefix", 2)
        proclitics = sets("proclitics", "prefix", 2)
        enclitics = sets("enclitics", "ending", 2)
        irregular = file.words("irregular")
        agreeing = file.words("agreeing")
        different = file.words("different").map { line in line.split(separator: "/").map(Array.init) }
        names = NameKnowledge(file)
        derivations = Set(file.words("derivations").joined())
        hasCompounds = file.lines("options").contains("compounds")
        cliticsBefore = Set(file.lines("clitics-before"))
        cliticsAfter = Set(file.lines("clitics-after"))
    }

    /// Whether two case-folded words are forms of one word by the sets of endings. O(endings).
    func areForms(_ one: UTF8Text, _ other: UTF8Text) -> Bool {
        if endings.isEmpty { return true }
        for set in endings {
            for ending in set.affixes where one.bytes.hasSuffix(ending.bytes) {
                let base = one.bytes.dropLast(ending.count)
                guard base.count >= 2, other.bytes.starts(with: base) else { continue }
                let rest = other.bytes.dropFirst(base.count)
                if set.affixes.contains(where: { $0.bytes.elementsEqual(rest) }) { return true }
            }
        }
        return false
    }
}

extension [UInt8] {
    func hasSuffix(_ suffix: [UInt8]) -> Bool {
        suffix.count <= count && self[(count - suffix.count)...].elementsEqual(suffix)
    }
}
