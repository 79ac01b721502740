public import FuzzyMatching
internal import UnicodeText

/// A translation that a memory offers for a text.
public struct Match: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The source has the very bytes that were looked up.
        case exact
        case fuzzy
    }

    public var unit: TranslationUnit
    /// The variant that is like the text; not the unit's own source when the match was found the other way round.
    public var source: Variant
    public var target: Variant
    /// Percent, penalties taken off.
    public var score: Int
    public var kind: Kind
    public var penalties: [MatchPenalty]
    /// Places where the text (`query`) and the source's text (`match`) differ.
    public var differences: [FuzzyDifference]

    public init(
        unit: TranslationUnit, source: Variant, target: Variant, score: Int, kind: Kind,
        penalties: [MatchPenalty] = [], differences: [FuzzyDifference] = []
    ) {
        self.unit = unit
        self.source = source
        self.target = target
        self.score = score
        self.kind = kind
        self.penalties = penalties
        self.differences = differences
    }
}
