internal import UnicodeText

/// What an index must have of a unit for a query to be found in it.
struct CandidatePlan: Equatable {
    /// A condition that a unit's tokens meet.
    enum Condition: Equatable {
        /// These tokens one behind the other, the last one perhaps only begun.
        case phrase([[UInt8]], isPrefix: Bool)
        /// A word with these pieces in their order.
        case word(WordShape)
    }

    private(set) var conditions: [Condition] = []

    /// Tokens of a query that are asked for; what more there are the texts themselves will tell.
    private static let mostTokens = 48
    private var tokenCount = 0

    /// - Parameter areWhole: Whether only units are wanted in which all is found as whole words.
    init(_ terms: [ConcordanceTerm], areWhole: Bool) {
        for term in terms {
            for pattern in term.patterns { add(pattern, isWhole: areWhole) }
        }
    }

    private mutating func add(_ pattern: ConcordancePattern, isWhole: Bool) {
        let parts = PatternPart.parts(of: pattern, isWhole: isWhole)
        var phrase: [[UInt8]] = []
        var index = 0
        while index < parts.count, tokenCount < Self.mostTokens {
            defer { index += 1 }
            let before = index > 0 ? parts[index - 1] : .edge
            let after = index + 1 < parts.count ? parts[index + 1] : .edge
            switch parts[index] {
            case .edge, .open, .wildcard: end(&phrase)
            case .separator: break
            case .characters(let characters):
                let isClosed = after.closesCharacters
                if characters.count == 1 {
                    phrase.append(characters[0])
                    if !isClosed { end(&phrase, isPrefix: true) }
                } else {
                    let known = characters.prefix(Self.mostTokens)
                    for (one, other) in zip(known, known.dropFirst()) { phrase.append(one + other) }
                    if known.count < characters.count {
                        end(&phrase)
                    } else if isClosed, let last = characters.last {
                        phrase.append(last)
                    }
                }
            case .word(let word):
                var shape = WordShape(pieces: [word], begins: before.closesWord, ends: after.closesWord)
                while index + 2 < parts.count, case .wildcard = parts[index + 1],
                    case .word(let more) = parts[index + 2]
                {
                    index += 2
                    shape.pieces.append(more)
                    shape.ends = index + 1 < parts.count ? parts[index + 1].closesWord : true
                }
                if shape.pieces.contains(where: { $0.count > ConcordanceTokens.longestWord }) {
                    end(&phrase)
                    conditions.append(.phrase([ConcordanceTokens.longWord], isPrefix: false))
                } else if shape.pieces.count == 1, shape.begins {
                    phrase.append(word)
                    if !shape.ends { end(&phrase, isPrefix: true) }
                } else {
                    end(&phrase)
                    conditions.append(.word(shape))
                }
            }
        }
        end(&phrase)
    }

    private mutating func end(_ phrase: inout [[UInt8]], isPrefix: Bool = false) {
        if phrase.isEmpty { return }
        conditions.append(.phrase(phrase, isPrefix: isPrefix))
        tokenCount += phrase.count
        phrase = []
    }
}

/// A word of which pieces are known.
struct WordShape: Equatable {
    var pieces: [[UInt8]]
    /// Whether the word begins with the first piece.
    var begins: Bool
    var ends: Bool

    /// Whether a word has the pieces in their order, none over another. O(n).
    func fits(_ word: ArraySlice<UInt8>) -> Bool {
        var rest = word
        var pieces = pieces[...]
        if begins, let first = pieces.first {
            guard rest.starts(with: first) else { return false }
            rest = rest.dropFirst(first.count)
            pieces = pieces.dropFirst()
            if pieces.isEmpty { return !ends || rest.isEmpty }
        }
        if ends, let last = pieces.last {
            guard rest.count >= last.count, rest.suffix(last.count).elementsEqual(last) else { return false }
            rest = rest.dropLast(last.count)
            pieces = pieces.dropLast()
        }
        for piece in pieces {
            guard let found = BytePattern(piece).firstRange(in: Array(rest)) else { return false }
            rest = rest.dropFirst(found.upperBound)
        }
        return true
    }
}
