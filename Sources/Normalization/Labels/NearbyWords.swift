internal import UnicodeText

/// How many of each line's content words stand in longer lines near it. O(words), memory by the words of a line's
/// neighbourhood but for four bytes a word.
struct NearbyWords {
    /// How far neighbours count, in lines.
    private static let reach: Int32 = 12
    /// Words of a line that says something, and of one that others can lean on.
    private static let minimumWords = 3
    private static let minimumLongWords = 8

    private struct Counts {
        var words: Int32 = 0
        var shared: Int32 = 0
    }

    private var counts: [Counts]

    init(of lines: [LabelledBlock]) {
        counts = [Counts](repeating: Counts(), count: lines.count)
        var words: [UInt64] = []
        var isShared: [Bool] = []
        // Downwards, where words are made and told apart, then upwards.
        var above = WordWindow(reach: Self.reach)
        for index in lines.indices where lines[index].features.words >= Self.minimumWords {
            let isLong = lines[index].features.words >= Self.minimumLongWords
            let first = words.count
            ContentWords.forEach(in: lines[index].features.folded) { word in
                guard let isNear = above.take(word, line: Int32(index), isLong: isLong) else { return }
                words.append(word)
                isShared.append(isNear)
            }
            counts[index].words = Int32(clamping: words.count - first)
        }
        var below = WordWindow(reach: Self.reach)
        var end = words.count
        for index in lines.indices.reversed() where counts[index].words > 0 {
            let isLong = lines[index].features.words >= Self.minimumLongWords
            let first = end - Int(counts[index].words)
            for place in first..<end {
                let isNear = below.take(words[place], line: Int32(lines.count - index), isLong: isLong) ?? false
                if isNear || isShared[place] { counts[index].shared += 1 }
            }
            end = first
        }
    }

    /// The share of a line's different content words that stand nearby, 0...1; `nil` if it has too few to tell.
    func share(of line: Int) -> Double? {
        guard counts[line].words >= 3 else { return nil }
        return Double(counts[line].shared) / Double(counts[line].words)
    }
}
