public import FuzzyMatching
internal import UnicodeText

/// A translation that a memory offers for a text.
public struct Match: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The source has the very bytes and codes that were looked up, and was seen in the same place.
        case context
        /// The source has the very bytes that were looked up.
        case exact
        case fuzzy
    }

    public var unit: TranslationUnit
    /// The variant that is like the text; not the unit's own source when the match was found the other way round.
    public var source: Variant
    public var target: Variant
    /// Percent, penalties taken off; above 100 by a point for each `ContextAgreement`.
    public var score: Int
    public var kind: Kind
    /// What the places have in common; looked at only where texts and codes are the same.
    public var context: Set<ContextAgreement>
    public var penalties: [MatchPenalty]
    /// Places where the text (`query`) and the source's text (`match`) differ.
    public var differences: [FuzzyDifference]
    /// Index of the memory among those that were asked; the first has the highest priority.
    public var memory: Int
    /// The memory's name, empty if it has none.
    public var memoryName: String

    public init(
        unit: TranslationUnit, source: Variant, target: Variant, score: Int, kind: Kind,
        context: Set<ContextAgreement> = [], penalties: [MatchPenalty] = [], differences: [FuzzyDifference] = [],
        memory: Int = 0, memoryName: String = ""
    ) {
        self.unit = unit
        self.source = source
        self.target = target
        self.score = score
        self.kind = kind
        self.context = context
        self.penalties = penalties
        self.differences = differences
        self.memory = memory
        self.memoryName = memoryName
    }

    /// The score of the texts alone, before what lies in the unit or the memory.
    var textScore: Int {
        penalties.reduce(score - context.count) { sum, penalty in
            if case .text = penalty.kind { sum } else { sum + penalty.points }
        }
    }
}
