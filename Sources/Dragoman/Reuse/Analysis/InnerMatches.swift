internal import FuzzyMatching
internal import UnicodeText

/// The best matches that texts have among those before them.
struct InnerMatches: Sendable {
    private let texts: [UTF8Text]
    private let language: LanguageTag
    private let index: FuzzyIndex
    private let twins: LikelyTwins

    /// - Parameter texts: No two are equal.
    /// - Throws: `tooLarge`.
    init(_ texts: [UTF8Text], in language: LanguageTag) throws(FuzzyIndexError) {
        self.texts = texts
        self.language = language
        index = try FuzzyIndex(language: language, segments: texts.enumerated().map { (Int64($0.offset), $0.element) })
        twins = LikelyTwins(texts)
    }

    /// The best score of a text before this one, 0 where none reaches `AnalysisBand.lowestScore`.
    ///
    /// What a likely twin scores need not be looked for: where many texts are equally like this one, that would be all of
    /// them. Only what scores more is.
    ///
    /// - Throws: `damaged`.
    func best(before number: Int) throws(FuzzyIndexError) -> Int {
        let text = texts[number]
        var known = AnalysisBand.lowestScore - 1
        for twin in twins[number] {
            known = max(known, FuzzyComparison(query: text, match: texts[twin], language: language).score)
        }
        let best = known < Self.highest ? try best(for: text, before: number, minimum: known + 1) ?? known : known
        return best < AnalysisBand.lowestScore ? 0 : best
    }

    /// The score of texts that differ as little as texts can, percent.
    private static let highest = 99

    private func best(for text: UTF8Text, before number: Int, minimum: Int) throws(FuzzyIndexError) -> Int? {
        // The nearest ones may all stand further down.
        var limit = 8
        while true {
            let found = try index.matches(for: text, minimum: minimum, limit: limit)
            if let match = found.first(where: { $0.id < number }) { return match.score }
            if found.count < limit { return nil }
            limit *= 4
        }
    }
}
