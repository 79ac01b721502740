internal import UnicodeText

/// A cleaned block on its way to a kind.
struct LabelledBlock {
    var block: Block
    let place: PagePlace
    let features: LineFeatures
    /// Reasons with the sum of their weights (all negative).
    var reasons: [BoilerplateReason: Double] = [:]

    /// Sum of all weights: positive for copy.
    var score: Double { block.evidence.reduce(0) { $0 + $1.weight } }

    /// The reason that weighs most; the earlier in the list of reasons when two weigh the same.
    var strongestReason: BoilerplateReason? {
        BoilerplateReason.allCases.filter { reasons[$0] != nil }.min { (reasons[$0] ?? 0) < (reasons[$1] ?? 0) }
    }

    mutating func add(_ rule: String, _ weight: Double, _ reason: BoilerplateReason? = nil) {
        block.evidence.append(Evidence(rule, weight))
        if let reason { reasons[reason, default: 0] += weight }
    }

    mutating func label(_ kind: BlockKind, _ rule: String) {
        block.kind = kind
        block.evidence.append(Evidence(rule, 0))
    }

    mutating func remove(_ reason: BoilerplateReason, _ rule: String) {
        block.kind = .boilerplate
        block.reason = reason
        block.evidence.append(Evidence(rule, 0))
    }
}
