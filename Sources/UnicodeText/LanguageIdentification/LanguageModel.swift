/// The counts of words and trigrams by language, and what else is known of languages.
///
/// A naive Bayes model over listed features only: a feature that a language's list lacks says nothing for it, one that it
/// has says how much likelier it is there than in the mean of all languages (weights in bits; the files tell the formula).
/// After Cavnar and Trenkle, "N-Gram-Based Text Categorization", 1994, for short words and trigrams as features.
struct LanguageModel {
    /// Units of a bit in the scores.
    static let unit: Double = 40
    /// What a trigram counts beside a word: its neighbours overlap it and tell partly the same.
    static let trigramShare = 0.35

    static let shared = LanguageModel()

    let languages: [LanguageTag]
    let facts: LanguageFacts
    private let table: FeatureTable

    private init() {
        var languages: [LanguageTag] = []
        var entries: [FeatureTable.Entry] = []
        func file(_ name: String) -> SectionedFile {
            SectionedFile(LanguageData.file("unicodetext/\(name).txt") ?? UnsafeBufferPointer(start: nil, count: 0))
        }
        facts = LanguageFacts(file("languages"))
        for (name, share, isTrigram) in [("words", 1, false), ("trigrams", Self.trigramShare, true)] {
            for section in file("language-\(name)").sections {
                guard let tag = LanguageTag(section.name) else { continue }
                let index = languages.firstIndex(of: tag) ?? languages.count
                guard let language = UInt8(exactly: index) else { continue }
                if index == languages.count { languages.append(tag) }
                for line in section.lines {
                    let fields = line.bytes.split(separator: 0x20)
                    guard let first = fields.first, let bits = Double(String(decoding: first, as: UTF8.self)) else {
                        continue
                    }
                    let weight = Int16((bits * share * Self.unit).rounded())
                    for field in fields.dropFirst() {
                        let key = field.withUnsafeBufferPointer { bytes in
                            isTrigram ? FeatureScanner.key(ofTrigram: bytes) : FeatureScanner.key(ofWord: bytes)
                        }
                        guard let key else { continue }
                        entries.append(FeatureTable.Entry(key: key, language: language, weight: weight))
                    }
                }
            }
        }
        self.languages = languages
        table = FeatureTable(entries)
    }

    /// What the words and trigrams of a text say for each language; languages that nothing speaks for are left out. O(n).
    func evidence(of text: UTF8Text) -> [LanguageEvidence] {
        var scores = [Int32](repeating: 0, count: languages.count)
        var scanner = FeatureScanner()
        scanner.scan(text) { table.score($0, into: &scores) }
        var result: [LanguageEvidence] = []
        result.reserveCapacity(scores.count)
        for (index, score) in scores.enumerated() where score > 0 {
            result.append(LanguageEvidence(language: languages[index], bits: Double(score) / Self.unit))
        }
        return result
    }
}
