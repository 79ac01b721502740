/// What speaks against a line: reasons with the sums of their weights, all negative. Most lines have none.
struct ReasonWeights {
    private var known: [(reason: BoilerplateReason, weight: Double)]?
    private var entries: [(reason: BoilerplateReason, weight: Double)] { known ?? [] }

    var isEmpty: Bool { known == nil }

    subscript(reason: BoilerplateReason) -> Double? { entries.first { $0.reason == reason }?.weight }

    mutating func add(_ weight: Double, to reason: BoilerplateReason) {
        if let index = entries.firstIndex(where: { $0.reason == reason }) {
            known?[index].weight += weight
        } else {
            known = entries + [(reason, weight)]
        }
    }

    /// Whether nothing is said but that the line may be a menu's.
    var areNavigation: Bool { entries.allSatisfy { $0.reason == .navigation } }

    /// The reason that weighs most; the earlier in the list of reasons when two weigh the same.
    var strongest: BoilerplateReason? {
        if entries.count < 2 { return entries.first?.reason }
        return ordered.min { $0.weight < $1.weight }?.reason
    }

    /// The reason to give for a line that goes: what its words say before what its length says, and what is said of
    /// few lines before navigation, which holds all the rest.
    ///
    /// - Parameter shortness: what the line's length alone adds to `navigation`.
    func given(shortness: Double?) -> BoilerplateReason? {
        if entries.count < 2 { return entries.first?.reason }
        var weights = self
        if let shortness, self[.navigation] != nil { weights.add(-shortness, to: .navigation) }
        return weights.ordered.min { one, other in
            // Sums of the same weights may differ in their last bits.
            if abs(one.weight - other.weight) > 0.001 { return one.weight < other.weight }
            return one.reason != .navigation && other.reason == .navigation
        }?.reason
    }

    private var ordered: [(reason: BoilerplateReason, weight: Double)] {
        BoilerplateReason.allCases.compactMap { reason in self[reason].map { (reason, $0) } }
    }
}
