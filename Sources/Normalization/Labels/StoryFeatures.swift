internal import UnicodeText

/// What speaks for a run of lines to be a page's story, and what against it: its size, what stands before, in and
/// behind it. O(pieces in the run) each, after O(lines) of preparation.
struct StoryFeatures {
    /// Names in the order of the values; those of the weights in the data.
    static let names = [
        "weight", "text-words", "words", "share-of-text", "text-before", "title", "date-above", "byline-above",
        "short-lines", "cut-off", "comments-below", "related-below", "furniture-in", "dates-in", "repeated-in",
        "lines", "largest-piece", "piece-above", "gap-above", "words-above", "last-piece", "last-gap",
        "last-gap-furniture", "furniture-below", "begins-with-text",
    ]

    private let lines: StoryLines
    private let titles: StoryTitles
    /// Texts with no gap of two lines and no furniture between them.
    private var pieces: [Range<Int>] = []
    /// For each line the first piece that ends behind it, and the last that begins before it (-1 if none).
    private var next: [Int]
    private var previous: [Int]

    init(_ lines: StoryLines, titles: StoryTitles) {
        self.lines = lines
        self.titles = titles
        var last = -9
        var piece = [Int](repeating: -1, count: lines.count)
        for index in 0..<lines.count where lines.isText[index] {
            if let open = pieces.last, index - last <= 2, Self.isSeamless(lines, last + 1, index) {
                pieces[pieces.count - 1] = open.lowerBound..<index + 1
            } else {
                pieces.append(index..<index + 1)
            }
            piece[index] = pieces.count - 1
            last = index
        }
        next = [Int](repeating: pieces.count, count: lines.count + 1)
        previous = [Int](repeating: -1, count: lines.count + 1)
        for index in stride(from: lines.count - 1, through: 0, by: -1) {
            next[index] = piece[index] >= 0 ? piece[index] : next[index + 1]
        }
        for index in 0..<lines.count { previous[index + 1] = piece[index] >= 0 ? piece[index] : previous[index] }
    }

    private static func isSeamless(_ lines: StoryLines, _ from: Int, _ to: Int) -> Bool {
        lines.bad(from, to) == 0 && lines.comments(from, to) == 0 && lines.datelines(from, to) == 0
    }

    /// The values for a run, in the order of `names`.
    func values(of range: Range<Int>) -> [Double] {
        let (start, end) = (range.lowerBound, range.upperBound)
        let texts = lines.text(start, end)
        let words = lines.textWords(start, end)
        let length = Double(range.count)
        let allWords = max(1, lines.textWords(0, lines.count))
        let log = Logarithm.ofOnePlus
        var values = [
            log(max(0, lines.weight(start, end))),
            log(words),
            log(lines.someWords(start, end)),
            words / allWords,
            lines.textWords(0, start) / allWords,
            titles.strength(above: range),
            dateAbove(start),
            lines.bylines(start - 6, start) > 0 ? 1 : 0,
            lines.short(start, end) / length,
            lines.cutOff(start, end) / max(1, texts),
            min(1, lines.comments(end, end + 6)),
            min(1, lines.related(end, end + 4)),
            min(1, lines.bad(start, end) / (texts + 1)),
            min(1, lines.stamps(start, end) / (texts + 1)),
            lines.again(start, end) / length,
            log(length),
        ]
        values += piecesIn(range, words: words)
        values.append(min(1, lines.furnitureSum(end, end + 3)))
        values.append(lines.isText[start] ? 1 : 0)
        return values
    }

    private func dateAbove(_ start: Int) -> Double {
        if lines.datelines(start - 4, start) > 0 { return 1 }
        if lines.stamps(start - 4, start) > 0 { return 0.6 }
        if lines.datelines(start - 9, start) > 0 { return 0.5 }
        return lines.stamps(start - 9, start) > 0 ? 0.3 : 0
    }

    private func piecesIn(_ range: Range<Int>, words: Double) -> [Double] {
        let (start, end) = (range.lowerBound, range.upperBound)
        let (first, last) = (next[start], previous[end])
        var values = [0.0, 0, 0, 0, 0, 0, 0]
        if first < pieces.count, first <= last {
            var largest = 0.0
            for piece in pieces[first...last] {
                largest = max(largest, lines.textWords(piece.lowerBound, piece.upperBound))
            }
            values[0] = min(1, largest / max(1, words))
        }
        let above = previous[start]
        if above >= 0 {
            let bottom = min(start, pieces[above].upperBound)
            let its = lines.textWords(pieces[above].lowerBound, bottom)
            values[1] = its / max(1, words + its)
            values[2] = Logarithm.ofOnePlus(Double(start - bottom))
            values[3] = Logarithm.ofOnePlus(its)
        }
        if first < last {
            let gap = pieces[last - 1].upperBound..<pieces[last].lowerBound
            values[4] = lines.textWords(max(start, pieces[last].lowerBound), end) / max(1, words)
            values[5] = Logarithm.ofOnePlus(Double(gap.count))
            values[6] = min(1, lines.furnitureSum(gap.lowerBound, gap.upperBound))
        }
        return values
    }
}
