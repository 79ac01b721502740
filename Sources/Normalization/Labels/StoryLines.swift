internal import UnicodeText

/// What the choice of a story needs of each line of a plain text, and its sums up to each line.
struct StoryLines {
    /// Sums over the lines before each; one more than there are lines.
    struct Sums {
        private var values: [Double]

        init(_ values: [Double]) {
            self.values = [0]
            self.values.reserveCapacity(values.count + 1)
            var sum = 0.0
            for value in values {
                sum += value
                self.values.append(sum)
            }
        }

        /// The sum over lines; what is outside the text counts as nothing.
        func callAsFunction(_ from: Int, _ to: Int) -> Double {
            let from = max(0, from)
            let to = min(values.count - 1, to)
            return from < to ? values[to] - values[from] : 0
        }
    }

    let count: Int
    /// Weights, none below `BodyRun.floor`.
    let weights: [Double]
    /// What the phrases in a line say against it: 1 for two points of weight of one reason.
    let furniture: [Double]
    /// Sentences of seven words and more, and lines of 25.
    let isText: [Bool]
    let words: [Int]
    let isDateline: [Bool]
    let isByline: [Bool]
    let isCaption: [Bool]
    let opensComments: [Bool]
    let hasLetters: [Bool]
    /// Lines that can be a headline.
    let isTitle: [Bool]

    let weight: Sums
    let text: Sums
    let textWords: Sums
    /// Words, none of a line beyond the sixtieth.
    let someWords: Sums
    let short: Sums
    let bad: Sums
    let furnitureSum: Sums
    let stamps: Sums
    let datelines: Sums
    let bylines: Sums
    let comments: Sums
    let related: Sums
    let again: Sums
    let cutOff: Sums

    /// - Parameter furniture: what phrases say against each line, taken before the neighbours' say.
    init(_ lines: [LabelledBlock], furniture: [Double]) {
        let mutes = Self.mutes(lines)
        let repeated = mutes.repeated
        func sums(_ value: (Int) -> Double) -> Sums { Sums(lines.indices.map(value)) }
        let scores = lines.indices.map { mutes.isMute[$0] ? min(0, lines[$0].score) : lines[$0].score }
        let words = lines.indices.map { mutes.isMute[$0] ? 1 : lines[$0].features.words }
        let isText = lines.indices.map {
            words[$0] >= (lines[$0].features.endsSentence ? LineFeatures.sentenceWords : Self.longLine)
        }
        count = lines.count
        weights = scores.map { max(BodyRun.floor, $0) }
        self.furniture = furniture
        self.words = words
        self.isText = isText
        isDateline = lines.map { $0.block.kind == .dateline }
        isByline = lines.map(\.isByline)
        isCaption = lines.map { $0.block.kind == .caption }
        opensComments = lines.map(\.opensComments)
        hasLetters = lines.map { $0.features.letters > 0 }
        isTitle = lines.indices.map {
            let features = lines[$0].features
            return (!features.endsSentence || lines[$0].block.borrowed(\.endsInQuestion))
                && (2...28).contains(words[$0])
                && !lines[$0].isNamed && furniture[$0] < BareStory.furniture && !lines[$0].isStamped
        }
        weight = Sums(weights)
        text = sums { isText[$0] ? 1 : 0 }
        textWords = sums { isText[$0] ? Double(words[$0]) : 0 }
        someWords = sums { Double(min(60, words[$0])) }
        short = sums { words[$0] < 5 ? 1 : 0 }
        bad = sums { furniture[$0] >= BareStory.furniture ? 1 : 0 }
        furnitureSum = Sums(furniture)
        stamps = sums { lines[$0].isStamped ? 1 : 0 }
        datelines = sums { lines[$0].block.kind == .dateline ? 1 : 0 }
        bylines = sums { lines[$0].isByline ? 1 : 0 }
        comments = sums { lines[$0].opensComments ? 1 : 0 }
        related = sums { lines[$0].reasons[.related] ?? 0 < -0.8 ? 1 : 0 }
        again = sums { repeated[$0] ? 1 : 0 }
        cutOff = sums { isText[$0] && lines[$0].block.borrowed(\.isCutOff) ? 1 : 0 }
    }

    /// Words of a line without an end that make a text.
    private static let longLine = 25

    /// Lines that say nothing of where the story is: what stands twice on a page is a teaser or the words of a picture,
    /// and so is what stands above a picture's credit.
    private static func mutes(_ lines: [LabelledBlock]) -> (isMute: [Bool], repeated: [Bool]) {
        let repeated = LineGroups(lines).isRepeated
        let isMute = lines.indices.map { index in
            guard lines[index].score > 0 else { return false }
            if repeated[index], lines[index].features.words >= LineFeatures.sentenceWords { return true }
            let next = index + 1
            return next < lines.count && lines[next].block.kind == .caption && lines[next].features.words <= 12
                && lines[index].features.words <= 60
        }
        return (isMute, repeated)
    }

    /// What phrases say against a line: for each reason at most 1, for two points of weight.
    @inline(__always)
    static func furniture(_ line: LabelledBlock) -> Double {
        line.reasons.isEmpty ? 0 : furniture(line.reasons, line.features)
    }

    private static func furniture(_ reasons: ReasonWeights, _ features: LineFeatures) -> Double {
        BoilerplateReason.allCases.reduce(0) { sum, reason in
            // What has no letters has no phrases.
            guard reason != .furniture, var weight = reasons[reason] else { return sum }
            if reason == .navigation { weight -= LineScore.shapeWeight(features) }
            return sum + min(1, max(0, -weight / 2))
        }
    }
}

extension BorrowedText {
    /// The last character that is no quote, bracket or blank, and where it ends.
    private var lastSign: (scalar: Unicode.Scalar, end: Int)? {
        var end = count
        while end > 0 {
            let (scalar, length) = scalar(before: end)
            switch scalar {
            case "\"", "'", "”", "’", "»", ")", "]", "」", " ": end -= length
            default: return (scalar, end)
            }
        }
        return nil
    }

    fileprivate var endsInQuestion: Bool {
        switch lastSign?.scalar {
        case "?", "!", "？", "！": true
        default: false
        }
    }

    /// Whether it ends in "…" or "...", as what is cut off does.
    fileprivate var isCutOff: Bool {
        guard let (scalar, end) = lastSign else { return false }
        return scalar == "…" || end >= 3 && bytes[end - 3..<end].allSatisfy { $0 == UInt8(ascii: ".") }
    }
}
