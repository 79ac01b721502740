internal import UnicodeText

/// What the matcher knows of a language, from its data file: stemmer, endings, clitics.
struct TermLanguage: Sendable {
    /// Name of a Snowball algorithm.
    let stemmer: String?
    /// Sets of endings that one word takes in turn; an empty ending is an empty text.
    let endings: [[UTF8Text]]
    /// Words that an apostrophe joins to the word after them: "l", "d", "qu".
    let cliticsBefore: Set<UTF8Text>
    /// Words that an apostrophe joins to the word before them: "s".
    let cliticsAfter: Set<UTF8Text>

    init(_ language: LanguageTag) {
        guard let bytes = LanguageData.file("terminology", for: language) else {
            stemmer = nil
            endings = []
            cliticsBefore = []
            cliticsAfter = []
            return
        }
        let file = SectionedFile(bytes)
        stemmer = file.lines("stemmer").first?.description
        endings = file.lines("endings").map { line in
            line.bytes.split(separator: 0x20).map {
                $0.elementsEqual([0x2D]) ? UTF8Text() : UTF8Text(unchecked: Array($0))
            }
        }
        cliticsBefore = Set(file.lines("clitics-before"))
        cliticsAfter = Set(file.lines("clitics-after"))
    }

    /// Whether two case-folded words of one stem are forms of one word.
    ///
    /// A stemmer alone joins "policy" and "police"; where the language has sets of endings, the words must differ by
    /// two of one set. O(endings).
    func areForms(_ one: UTF8Text, _ other: UTF8Text) -> Bool {
        if endings.isEmpty { return true }
        for set in endings {
            for ending in set where one.bytes.hasSuffix(ending.bytes) {
                let base = one.bytes.dropLast(ending.count)
                guard base.count >= 2, other.bytes.starts(with: base) else { continue }
                let rest = other.bytes.dropFirst(base.count)
                if set.contains(where: { $0.bytes.elementsEqual(rest) }) { return true }
            }
        }
        return false
    }
}

extension [UInt8] {
    fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
        suffix.count <= count && self[(count - suffix.count)...].elementsEqual(suffix)
    }
}
