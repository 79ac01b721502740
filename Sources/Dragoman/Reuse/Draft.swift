public import TranslationMemory
internal import UnicodeText

/// A translation made from a match: the memory's own, with numbers, dates and terms of the new text where they differ.
public struct Draft: Hashable, Sendable {
    public var target: InlineText
    public var match: Match
    /// By their places in the target; somebody should look at them.
    public var substitutions: [Substitution]

    /// Whether every difference of words, numbers and addresses is provided for. Case and signs are left to the reader.
    public var coversAllWords: Bool {
        match.differences.allSatisfy { difference in
            switch difference.kind {
            case .letterCase, .punctuation, .inflection: true
            case .replaced, .missing, .added, .number, .address:
                substitutions.contains {
                    $0.query.contains(difference.query) && $0.match.contains(difference.match)
                }
            }
        }
    }
}

extension ByteRange {
    /// Whether another range lies inside, at the ends too.
    func contains(_ other: ByteRange) -> Bool { lowerBound <= other.lowerBound && other.upperBound <= upperBound }
}
