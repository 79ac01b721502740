internal import UnicodeText

/// A cleaned block on its way to a kind.
struct LabelledBlock {
    var block: Block
    let features: LineFeatures
    private var rest: Boxed<Rest>?
    /// Lines that are the same but for case have the same.
    let foldedHash: UInt64
    private(set) var reasons = ReasonWeights()
    /// Sum of all weights: positive for copy.
    private(set) var score = 0.0
    /// Whether a date stands in it, or figures that come again ("2 days ago at 07:52"); short lines only.
    var isStamped = false
    var isByline = false
    /// Whether it is a dateline, a byline or a caption by its own looks.
    var isNamed = false
    /// Whether it heads what readers wrote.
    var opensComments = false
    private var isShort = false
    /// Whether it is known where it stands in a page.
    let isOfPage: Bool
    private let keepsEvidence: Bool

    /// What few lines of a long text have.
    private struct Rest {
        var place: PagePlace?
        /// The case-folded text, of lines with cases outside ASCII.
        var folded: UTF8Text?
        var dates: [DateReading] = []
    }

    /// - Parameters:
    ///   - scan: what a look at the block's text told.
    ///   - place: `nil` for a line of plain text.
    @inline(__always)
    init(_ block: consuming Block, _ scan: borrowing LineScan, place: PagePlace? = nil, keepsEvidence: Bool = true) {
        self.block = block
        features = scan.features
        foldedHash = scan.hash
        if place != nil || scan.own != nil { rest = Boxed(Rest(place: place, folded: scan.own)) }
        isOfPage = place != nil
        self.keepsEvidence = keepsEvidence
    }

    /// A line by itself.
    init(_ text: UTF8Text) {
        let block = Block(text: text, extent: text.all, edits: EditMap(identity: text.count))
        var scan = LineScan()
        text.borrowed { scan.scan($0) }
        self.init(block, scan)
    }

    /// Where it stands in a page.
    var place: PagePlace { rest?.value.place ?? PagePlace() }

    /// Whether it is an item of a list (`ListRule`): its element, or how it begins.
    @inline(__always)
    var isItem: Bool { features.startsItem || isOfPage && place.element == "li" }

    /// The readings of a dateline.
    var dates: [DateReading] {
        get { rest?.value.dates ?? [] }
        set {
            var value = rest?.value ?? Rest()
            value.dates = newValue
            rest = Boxed(value)
        }
    }

    var text: UTF8Text { block.text }

    /// The case-folded text. O(length).
    var folded: UTF8Text {
        if let own = rest?.value.folded { return own }
        var line = FoldedLine()
        return withFolded(&line, \.copy)
    }

    /// Lends the case-folded text for the length of a call.
    ///
    /// - Parameter line: Memory used again and again.
    @inline(__always)
    func withFolded<Result>(_ line: inout FoldedLine, _ body: (BorrowedText) -> Result) -> Result {
        if let own = rest?.value.folded { return own.borrowed(body) }
        return block.borrowed { line.with($0, body) }
    }

    /// Whether two lines are the same but for case.
    @inline(__always)
    func saysTheSame(as other: LabelledBlock) -> Bool {
        foldedHash == other.foldedHash && (block.hasBytes(of: other.block) || folded == other.folded)
    }

    /// The reason that weighs most; the earlier in the list of reasons when two weigh the same.
    var strongestReason: BoilerplateReason? { reasons.strongest }

    /// The reason to give for a line that goes.
    var givenReason: BoilerplateReason? { reasons.given(shortness: isShort ? LineScore.shortWeight : nil) }

    mutating func add(_ rule: @autoclosure () -> String, _ weight: Double, _ reason: BoilerplateReason? = nil) {
        note(rule(), weight)
        score += weight
        if let reason { reasons.add(weight, to: reason) }
    }

    /// A line of few words.
    mutating func addShort() {
        isShort = true
        add(LineScore.shortRule, LineScore.shortWeight, .navigation)
    }

    mutating func label(_ kind: BlockKind, _ rule: @autoclosure () -> String) {
        block.kind = kind
        note(rule(), 0)
    }

    mutating func remove(_ reason: BoilerplateReason, _ rule: @autoclosure () -> String) {
        block.kind = .boilerplate
        block.reason = reason
        note(rule(), 0)
    }

    mutating func note(_ rule: @autoclosure () -> String, _ weight: Double) {
        if keepsEvidence { block.evidence.append(Evidence(rule(), weight)) }
    }
}
