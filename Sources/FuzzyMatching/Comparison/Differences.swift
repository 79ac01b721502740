internal import UnicodeText

/// Where two sequences of tokens differ, neighbouring edits taken together.
struct Differences {
    private(set) var distance = 0
    private(set) var differences: [FuzzyDifference] = []
    /// Whether there is any difference; where nothing was compared, that is supposed.
    private(set) var isAny = false

    private init() {}

    static var unknown: Differences {
        var result = Differences()
        result.isAny = true
        return result
    }

    enum Part { case tokens, signs }

    init(_ one: ComparedText, _ other: ComparedText, of part: Part) {
        let (query, match) = (one.sequence, other.sequence)
        let queryTokens = part == .tokens ? query.tokens : query.signs
        let matchTokens = part == .tokens ? match.tokens : match.signs
        var vocabulary = Vocabulary()
        let queryKeys = (part == .tokens ? one.keys : one.signKeys).map { vocabulary.number($0) }
        let matchKeys = (part == .tokens ? other.keys : other.signKeys).map { vocabulary.number($0) }
        let alignment = TokenAlignment(queryTokens.count, matchTokens.count) { i, j in
            if queryKeys[i] != matchKeys[j] { return .different }
            return query.text.bytes[queryTokens[i].range].elementsEqual(match.text.bytes[matchTokens[j].range])
                ? .identical : .similar
        }
        distance = alignment.distance
        isAny = !alignment.steps.isEmpty
        // Where the next token of each side stands, for the place of what the other side lacks.
        var nextQuery = 0
        var nextMatch = 0
        for step in alignment.steps {
            let i: Int
            let j: Int
            switch step {
            case .similar(let one, let two), .replaced(let one, let two): (i, j) = (one, two)
            case .removed(let one): (i, j) = (one, nextMatch + (one - nextQuery))
            case .added(let two): (i, j) = (nextQuery + (two - nextMatch), two)
            }
            switch step {
            case .similar:
                let kind: FuzzyDifference.Kind =
                    switch queryTokens[i].kind {
                    case .number: .number
                    case .address: .address
                    case .sign: .letterCase
                    case .word:
                        FoldedKey.key(of: query.text[queryTokens[i].range])
                            == FoldedKey.key(of: match.text[matchTokens[j].range]) ? .letterCase : .inflection
                    }
                differences.append(FuzzyDifference(kind, query: queryTokens[i].range, match: matchTokens[j].range))
                (nextQuery, nextMatch) = (i + 1, j + 1)
            case .replaced:
                append(queryTokens[i].range, matchTokens[j].range, isAdjacent: i == nextQuery && j == nextMatch)
                (nextQuery, nextMatch) = (i + 1, j + 1)
            case .removed:
                let place = Self.place(j, matchTokens, match.text)
                append(queryTokens[i].range, place..<place, isAdjacent: i == nextQuery)
                (nextQuery, nextMatch) = (i + 1, j)
            case .added:
                let place = Self.place(i, queryTokens, query.text)
                append(place..<place, matchTokens[j].range, isAdjacent: j == nextMatch)
                (nextQuery, nextMatch) = (i, j + 1)
            }
        }
    }

    /// Where something is missing: before the next token.
    private static func place(_ index: Int, _ tokens: [Token], _ text: UTF8Text) -> Int {
        index < tokens.count ? tokens[index].range.lowerBound : text.count
    }

    /// Adds an edit, or widens the last one when it was just before.
    private mutating func append(_ query: ByteRange, _ match: ByteRange, isAdjacent: Bool) {
        if isAdjacent, let last = differences.last, [.replaced, .missing, .added].contains(last.kind) {
            let joined = FuzzyDifference(
                .replaced, query: Self.joined(last.query, query), match: Self.joined(last.match, match))
            differences[differences.count - 1] = Self.named(joined)
        } else {
            differences.append(Self.named(FuzzyDifference(.replaced, query: query, match: match)))
        }
    }

    private static func joined(_ first: ByteRange, _ second: ByteRange) -> ByteRange {
        if first.isEmpty { return second }
        return second.isEmpty ? first : first.lowerBound..<second.upperBound
    }

    private static func named(_ difference: FuzzyDifference) -> FuzzyDifference {
        var result = difference
        result.kind = difference.query.isEmpty ? .added : difference.match.isEmpty ? .missing : .replaced
        return result
    }
}
