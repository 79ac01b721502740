internal import UnicodeText

/// A cleaned block on its way to a kind.
struct LabelledBlock {
    var block: Block
    let place: PagePlace
    let features: LineFeatures
    /// Reasons with the sum of their weights (all negative).
    var reasons: [BoilerplateReason: Double] = [:]
    /// Whether it heads what readers wrote.
    var opensComments = false
    /// Sum of all weights: positive for copy.
    private(set) var score = 0.0

    init(block: Block, place: PagePlace, features: LineFeatures) {
        self.block = block
        self.place = place
        self.features = features
    }

    /// The reason that weighs most; the earlier in the list of reasons when two weigh the same.
    var strongestReason: BoilerplateReason? {
        guard !reasons.isEmpty else { return nil }
        return BoilerplateReason.allCases.filter { reasons[$0] != nil }
            .min { (reasons[$0] ?? 0) < (reasons[$1] ?? 0) }
    }

    /// The reason to give for a line that goes: what its words say before what its length says, and what is said of
    /// few lines before navigation, which holds all the rest.
    var givenReason: BoilerplateReason? {
        var weights = reasons
        let isShort = block.evidence.contains { $0.rule == LineScore.shortRule }
        if isShort, reasons.count > 1 { weights[.navigation]? -= LineScore.shortWeight }
        return BoilerplateReason.allCases.filter { weights[$0] != nil }.min { one, other in
            let (left, right) = (weights[one] ?? 0, weights[other] ?? 0)
            // Sums of the same weights may differ in their last bits.
            return abs(left - right) > 0.001 ? left < right : one != .navigation && other == .navigation
        }
    }

    mutating func add(_ rule: String, _ weight: Double, _ reason: BoilerplateReason? = nil) {
        block.evidence.append(Evidence(rule, weight))
        score += weight
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
