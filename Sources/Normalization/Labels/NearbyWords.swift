internal import UnicodeText

/// How many of each line's content words stand in longer lines near it. O(words), in the memory of the words of a
/// line's neighbourhood.
struct NearbyWords {
    /// Words of a line that says something, and of one that others can lean on.
    private static let minimumWords = 3
    private static let minimumLongWords = 8

    private struct Counts {
        var words: Int32 = 0
        var shared: Int32 = 0
    }

    private var counts: [Counts]

    init(of lines: [LabelledBlock]) {
        var counts = [Counts](repeating: Counts(), count: lines.count)
        var window = WordWindow()
        var folded = FoldedLine()
        for index in lines.indices where lines[index].features.words >= Self.minimumWords {
            let isLong = lines[index].features.words >= Self.minimumLongWords
            var own = Counts()
            lines[index].withFolded(&folded) {
                ContentWords.forEach(in: $0) { word in
                    guard let answer = window.take(word, line: Int32(index), isLong: isLong) else { return }
                    own.words &+= 1
                    if answer.isNear { own.shared &+= 1 }
                    var joined = answer.joined
                    while joined != 0 {
                        counts[index - 1 - joined.trailingZeroBitCount].shared &+= 1
                        joined &= joined - 1
                    }
                }
            }
            counts[index].words = own.words
            counts[index].shared &+= own.shared
        }
        self.counts = counts
    }

    /// The share of a line's different content words that stand nearby, 0...1; `nil` if it has too few to tell.
    func share(of line: Int) -> Double? {
        guard counts[line].words >= 3 else { return nil }
        return Double(counts[line].shared) / Double(counts[line].words)
    }
}
