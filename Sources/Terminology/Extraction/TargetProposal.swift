public import UnicodeText

/// What may stand for a candidate in another language, and why.
public struct TargetProposal: Hashable, Sendable {
    /// The form that is most frequent.
    public var text: UTF8Text
    /// Units whose source has the candidate, whose translation has this, and that have both.
    public var sourceUnits: Int
    public var targetUnits: Int
    public var bothUnits: Int
    /// Dice's coefficient, 0...1: 2 · both / (source + target).
    public var dice: Double
    /// Log-likelihood ratio G² (Dunning 1993); 10.83 and more is chance once in a thousand times.
    public var logLikelihood: Double
    /// The first unit that has both, as the caller numbers them.
    public var unit: Int64
}
