internal import UnicodeText

/// How well the lines above a run head it: the words of a headline come again in its story, and less in the rest of the
/// page.
struct StoryTitles {
    /// How far above a story its headline may stand, in lines.
    private static let reach = 15
    /// Words of a line that takes a headline's words up.
    private static let minimumWords = 5
    /// A text of so many words, other than the one just above, separates a headline from a story.
    private static let separatingWords = 12

    private let lines: StoryLines
    /// For each line that may head a candidate, its different words by their index in `places`.
    private var titles: [[Int]]
    /// For each word of titles the lines it stands in, ascending.
    private var places: [[Int32]] = []

    /// O(words of the text).
    init(_ lines: StoryLines, _ blocks: [LabelledBlock], candidates: [Range<Int>]) {
        self.lines = lines
        titles = [[Int]](repeating: [], count: lines.count)
        var isNeeded = [Bool](repeating: false, count: lines.count)
        for start in Set(candidates.map(\.lowerBound)) {
            for index in max(0, start - Self.reach)..<start where lines.isTitle[index] && lines.words[index] >= 3 {
                isNeeded[index] = true
            }
        }
        var ids: [UInt64: Int] = [:]
        // Most words stand in no title: a bit each, by the word's hash, tells without a look into the table.
        var bits = [UInt64](repeating: 0, count: 256)
        func bit(_ word: UInt64) -> (place: Int, mask: UInt64) {
            let mixed = (word &* 0x9E37_79B9_7F4A_7C15) >> 50
            return (Int(mixed >> 6), 1 << (mixed & 63))
        }
        for index in isNeeded.indices where isNeeded[index] {
            for word in ContentWords.hashes(of: blocks[index].folded) {
                let id = ids[word] ?? ids.count
                ids[word] = id
                titles[index].append(id)
                let (place, mask) = bit(word)
                bits[place] |= mask
            }
        }
        guard !ids.isEmpty else { return }
        var places = [[Int32]](repeating: [], count: ids.count)
        var folded = FoldedLine()
        for index in blocks.indices where lines.words[index] >= Self.minimumWords {
            blocks[index].withFolded(&folded) {
                ContentWords.forEach(in: $0) { word in
                    let (place, mask) = bit(word)
                    guard bits[place] & mask != 0, let id = ids[word], places[id].last != Int32(index) else { return }
                    places[id].append(Int32(index))
                }
            }
        }
        self.places = places
    }

    /// 0...1 for the best headline above a run.
    func strength(above range: Range<Int>) -> Double {
        var best = 0.0
        var decay = 1.0
        var index = range.lowerBound - 1
        while index >= max(0, range.lowerBound - Self.reach) {
            if lines.isText[index], lines.words[index] >= Self.separatingWords, !lines.isCaption[index],
                index < range.lowerBound - 1
            {
                break
            }
            if !titles[index].isEmpty { best = max(best, decay * strength(of: index, range)) }
            decay *= 0.97
            index -= 1
        }
        return best
    }

    /// The share of a title's words that a run takes up twice and more, rare ones weighing more.
    private func strength(of title: Int, _ range: Range<Int>) -> Double {
        var sum = 0.0
        var total = 0.0
        for id in titles[title] {
            let places = self.places[id]
            let first = places.partitionIndex { $0 < Int32(range.lowerBound) }
            let inside = places.partitionIndex { $0 < Int32(range.upperBound) } - first
            let own = lines.words[title] >= Self.minimumWords ? 1 : 0
            let rarity = Logarithm.natural(Double(lines.count + 1) / Double(1 + max(0, places.count - inside - own)))
            total += rarity
            sum += rarity * Double(min(2, inside)) / 2
        }
        return sum / max(1, total) * min(1, Double(titles[title].count) / 4)
    }
}
