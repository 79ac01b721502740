/// What is asked of all lines of a copy before any gets its kind, in one pass: a long text has more than a cache holds.
struct LineSurvey {
    /// What phrases say against each line (`StoryLines.furniture`).
    private(set) var furniture: [Double] = []
    /// For each line whether it is copy where all is a story by itself (`BareStory`): all but what has no letters and what
    /// phrases tell to be furniture.
    private(set) var isCopyAlone: [Bool] = []
    /// Datelines, bylines and captions.
    private(set) var named: [Int] = []
    /// The page's `h1`.
    private(set) var heads: [Int] = []
    /// Lines of fewer than five words that are no sentence and none of the named.
    private(set) var shortCount = 0

    var count: Int { furniture.count }

    init() {}

    /// Of the pieces of a text in order.
    init(_ pieces: [LineSurvey]) {
        let total = pieces.reduce(0) { $0 + $1.count }
        furniture.reserveCapacity(total)
        isCopyAlone.reserveCapacity(total)
        for piece in pieces { append(piece) }
    }

    private mutating func append(_ next: LineSurvey) {
        named += next.named.lazy.map { [count] in count + $0 }
        heads += next.heads.lazy.map { [count] in count + $0 }
        furniture += next.furniture
        isCopyAlone += next.isCopyAlone
        shortCount += next.shortCount
    }

    init(_ lines: [LabelledBlock]) { self = lines.withUnsafeBufferPointer { LineSurvey($0) } }

    /// O(lines).
    init(_ lines: UnsafeBufferPointer<LabelledBlock>) {
        furniture.reserveCapacity(lines.count)
        isCopyAlone.reserveCapacity(lines.count)
        for index in lines.indices {
            let against = StoryLines.furniture(lines[index])
            furniture.append(against)
            isCopyAlone.append(
                lines[index].features.letters > 0 && (against < BareStory.furniture || lines[index].score > 0))
            if lines[index].isNamed {
                named.append(index)
            } else if lines[index].features.words < 5, !lines[index].features.endsSentence {
                shortCount += 1
            }
            if lines[index].isOfPage, lines[index].place.element == "h1" { heads.append(index) }
        }
    }
}
