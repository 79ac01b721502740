/// What is asked of an index for a plan.
enum CandidateSet {
    /// Nothing the index knows narrows the search.
    case everything
    /// Units that any of these FTS5 expressions finds; none for no expression.
    case any([[UInt8]])

    /// Words tried one by one for a shape.
    static let mostWords = 2048
    /// Words of one expression: a row costs time by their number.
    private static let batch = 64

    init(_ plan: CandidatePlan, in index: ConcordanceIndex) throws {
        // A long word may be any.
        let long = index.hasLongWords ? [Self.phrase([ConcordanceTokens.longWord])] : []
        var all: [[UInt8]] = []
        var choices: [[[UInt8]]] = []
        for condition in plan.conditions {
            switch condition {
            case .phrase(let tokens, let isPrefix): all.append(Self.phrase(tokens, isPrefix: isPrefix))
            case .word(let shape):
                guard let words = try index.words(shape, limit: Self.mostWords) else { continue }
                if words.isEmpty {
                    self = .any(long)
                    return
                }
                if words.count <= Self.batch { all.append(Self.choice(words[...])) } else { choices.append(words) }
            }
        }
        if let words = choices.min(by: { $0.count < $1.count }) {
            let batches = stride(from: 0, to: words.count, by: Self.batch).map { start in
                Self.joined([Self.choice(words[start..<min(start + Self.batch, words.count)])] + all, " AND ")
            }
            self = .any(batches + long)
        } else if all.isEmpty {
            self = .everything
        } else {
            self = .any([Self.joined(all, " AND ")] + long)
        }
    }

    /// Every unit of an index.
    static var every: [UInt8] { phrase([ConcordanceTokens.everyUnit]) }

    // Tokens are letters, marks and digits, or of private use: nothing of the language of expressions.
    private static func phrase(_ tokens: [[UInt8]], isPrefix: Bool = false) -> [UInt8] {
        Array("\"".utf8) + tokens.joined(separator: [0x20]) + Array((isPrefix ? "\" *" : "\"").utf8)
    }

    private static func choice(_ words: ArraySlice<[UInt8]>) -> [UInt8] {
        Array("(".utf8) + joined(words.map { phrase([$0]) }, " OR ") + Array(")".utf8)
    }

    private static func joined(_ expressions: [[UInt8]], _ separator: String) -> [UInt8] {
        Array(expressions.joined(separator: Array(separator.utf8)))
    }
}
