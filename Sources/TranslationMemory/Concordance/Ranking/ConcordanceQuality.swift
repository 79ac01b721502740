/// How well a unit has what was looked for; less is better.
struct ConcordanceQuality: Hashable, Comparable {
    /// Whether something was found only inside of words.
    var isPart = false
    /// Of the term that is least like what was asked.
    var likeness = Likeness.exact
    /// Characters between the terms, or in the gaps of one.
    var spread = 0

    /// The spread of terms that stand in different variants.
    static let apart = 1 << 20

    static func < (left: ConcordanceQuality, right: ConcordanceQuality) -> Bool {
        (left.isPart ? 1 : 0, left.likeness.rawValue, left.spread)
            < (right.isPart ? 1 : 0, right.likeness.rawValue, right.spread)
    }

    /// Takes in the quality of one more thing that must be found.
    mutating func include(_ other: ConcordanceQuality?) {
        guard let other else { return }
        isPart = isPart || other.isPart
        likeness = max(likeness, other.likeness)
    }
}
