public import UnicodeText

/// How alike two texts are, and why.
///
/// `score` = ⌊100 · (1 − d / max(m, n))⌋ minus the penalties, at least 0, where m and n are the numbers of words, numbers
/// and addresses of the texts and d is the Levenshtein distance of these sequences: words compared by folded key, all
/// numbers alike, all addresses alike. 100 means identical bytes. `docs/memory.md` has worked examples.
public struct FuzzyComparison: Hashable, Sendable {
    /// Texts of more tokens are alike only when they are identical: it bounds what one comparison may cost.
    public static let maximumTokens = 4096

    public let score: Int
    /// In the order of the query.
    public let differences: [FuzzyDifference]
    public let penalties: [FuzzyPenalty]

    /// O(m · n) for m and n tokens, at most `maximumTokens`².
    public init(query: UTF8Text, match: UTF8Text) {
        let tokenizer = Tokenizer()
        self.init(
            query: TokenSequence(query, tokenizer: tokenizer), match: TokenSequence(match, tokenizer: tokenizer))
    }

    init(query: TokenSequence, match: TokenSequence) {
        if query.text == match.text {
            (score, differences, penalties) = (100, [], [])
            return
        }
        let longer = max(query.tokens.count, match.tokens.count)
        guard longer <= Self.maximumTokens, longer > 0 else {
            (score, differences, penalties) = (0, [], [])
            return
        }
        let words = Differences(query, query.tokens, match, match.tokens)
        let signs =
            query.signs.count <= Self.maximumTokens && match.signs.count <= Self.maximumTokens
            ? Differences(query, query.signs, match, match.signs) : Differences.unknown
        var penalties: [FuzzyPenalty] = []
        for (kind, difference) in [
            (FuzzyPenalty.Kind.letterCase, FuzzyDifference.Kind.letterCase), (.number, .number), (.address, .address),
        ] where words.differences.contains(where: { $0.kind == difference }) {
            penalties.append(FuzzyPenalty(kind))
        }
        if signs.isAny { penalties.append(FuzzyPenalty(.punctuation)) }
        let base = Self.base(distance: words.distance, longer: longer)
        if base == 100, penalties.isEmpty { penalties.append(FuzzyPenalty(.spacing)) }
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
