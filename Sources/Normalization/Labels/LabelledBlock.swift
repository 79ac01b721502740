internal import UnicodeText

/// A cleaned block on its way to a kind.
struct LabelledBlock {
    var block: Block
    let place: PagePlace
    let features: LineFeatures
    private(set) var reasons = ReasonWeights()
    /// Whether a date stands in it, or figures that come again ("2 days ago at 07:52"); short lines only.
    var isStamped = false
    var isByline = false
    /// Whether it is a dateline, a byline or a caption by its own looks.
    var isNamed = false
    /// The readings of a dateline.
    var dates: [DateReading] = []
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
    var strongestReason: BoilerplateReason? { reasons.strongest }

    /// The reason to give for a line that goes.
    var givenReason: BoilerplateReason? {
        let isShort = block.evidence.contains { $0.rule == LineScore.shortRule }
        return reasons.given(shortness: isShort ? LineScore.shortWeight : nil)
    }

    mutating func add(_ rule: String, _ weight: Double, _ reason: BoilerplateReason? = nil) {
        note(rule, weight)
        score += weight
        if let reason { reasons.add(weight, to: reason) }
    }

    mutating func label(_ kind: BlockKind, _ rule: String) {
        block.kind = kind
        note(rule, 0)
    }

    mutating func remove(_ reason: BoilerplateReason, _ rule: String) {
        block.kind = .boilerplate
        block.reason = reason
        note(rule, 0)
    }

    private mutating func note(_ rule: String, _ weight: Double) {
        // Most lines have a weight or two and a kind.
        if block.evidence.isEmpty { block.evidence.reserveCapacity(4) }
        block.evidence.append(Evidence(rule, weight))
    }
}
