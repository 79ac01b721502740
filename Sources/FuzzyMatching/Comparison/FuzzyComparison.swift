public import UnicodeText

/// How alike two texts are, and why.
///
/// `score` = ⌊100 · (1 − d / max(m, n))⌋ minus the penalties, at least 0, where m and n are the numbers of words, numbers
/// and addresses of the texts and d is the Levenshtein distance of these sequences: words compared by folded key, and by
/// stem where the language has a stemmer, all numbers alike, all addresses alike. Penalties (`FuzzyPenalty`) are for what
/// the distance does not see. 100 means identical bytes. `docs/memory.md` has worked examples.
public struct FuzzyComparison: Hashable, Sendable {
    /// Texts of more tokens are alike only when they are identical: it bounds what one comparison may cost.
    public static let maximumTokens = 4096

    public let score: Int
    /// In the order of the query.
    public let differences: [FuzzyDifference]
    public let penalties: [FuzzyPenalty]

    /// O(m · n) for m and n tokens, at most `maximumTokens`².
    ///
    /// - Parameter language: Words that are forms of one word in it (Snowball) are compared as such; `nil` for none.
    public init(query: UTF8Text, match: UTF8Text, language: LanguageTag? = nil) {
        let tokenizer = Tokenizer()
        let stemmer = language.flatMap { Stemmer(algorithm: $0.language) }
        self.init(
            query: ComparedText(TokenSequence(query, tokenizer: tokenizer), stemmer: stemmer),
            match: ComparedText(TokenSequence(match, tokenizer: tokenizer), stemmer: stemmer))
    }

    init(query: ComparedText, match: ComparedText) {
        let (one, other) = (query.sequence, match.sequence)
        if one.text == other.text {
            (score, differences, penalties) = (100, [], [])
            return
        }
        let longer = max(one.tokens.count, other.tokens.count)
        guard longer <= Self.maximumTokens, longer > 0 else {
            (score, differences, penalties) = (0, [], [])
            return
        }
        let words = Differences(query, match, of: .tokens)
        let signs =
            one.signs.count <= Self.maximumTokens && other.signs.count <= Self.maximumTokens
            ? Differences(query, match, of: .signs) : Differences.unknown
        let base = Self.base(distance: words.distance, longer: longer)
        var penalties = FuzzyPenalty.Kind.allCases.compactMap { kind -> FuzzyPenalty? in
            guard let difference = kind.difference else { return nil }
            let count = words.differences.count { $0.kind == difference }
            return count == 0 ? nil : FuzzyPenalty(kind, count: count, longer: longer)
        }
        if signs.isAny { penalties.append(FuzzyPenalty(.punctuation, count: signs.differences.count, longer: longer)) }
        if base == 100, penalties.isEmpty { penalties.append(FuzzyPenalty(.spacing, count: 1, longer: longer)) }
        score = max(0, base - penalties.reduce(0) { $0 + $1.points })
        self.penalties = penalties
        let marks = signs.differences.map { FuzzyDifference(.punctuation, query: $0.query, match: $0.match) }
        differences = (words.differences + marks).sorted {
            ($0.query.lowerBound, $0.match.lowerBound, $0.query.upperBound)
                < ($1.query.lowerBound, $1.match.lowerBound, $1.query.upperBound)
        }
    }

    /// Percent before penalties, rounded down.
    static func base(distance: Int, longer: Int) -> Int { 100 * (longer - distance) / longer }
}
