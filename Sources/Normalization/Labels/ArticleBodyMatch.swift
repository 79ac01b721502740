internal import UnicodeText

/// Compares the lines of a page with the story that its JSON-LD gives (schema.org's `articleBody`).
///
/// Runs of four words are compared without their order, so that other quotes, blanks and references do not matter.
/// O(n) in the length of both.
struct ArticleBodyMatch {
    /// Shares of a line's runs of words in the story; `nil` for a line of fewer than `reach` words.
    let shares: [Double?]
    private let words: [Int]
    /// The last line that stands in the story.
    private let last: Int
    /// Share of the words of the page's copy that stand in the story.
    private let coverage: Double

    private static let reach = 4
    /// A shorter one is a description.
    private static let minimumWords = 60
    /// A line that stands in the story, and one that does not.
    private static let present = 0.8
    private static let absent = 0.1
    /// A shorter line may be a label or a subhead that the story leaves out, or words that come by chance.
    private static let minimumLine = 12

    /// `nil` where the page gives no story of fair length, or one that has little to do with the copy found.
    init?(_ story: UTF8Text?, lines: [LabelledBlock], copy: [Bool]) {
        guard let story else { return nil }
        let plain = Self.withoutTags(story)
        let storyWords = WordHashes.hashes(of: (try? CaseMapping.fold(plain)) ?? plain)
        guard storyWords.count >= Self.minimumWords else { return nil }
        let known = Set(WordHashes.shingles(of: storyWords, count: Self.reach))
        var shares: [Double?] = []
        var words: [Int] = []
        var last = -1
        var total = 0.0
        var covered = 0.0
        for (index, line) in lines.enumerated() {
            let own = WordHashes.hashes(of: line.folded)
            words.append(own.count)
            let shingles = WordHashes.shingles(of: own, count: Self.reach)
            guard !shingles.isEmpty else {
                shares.append(nil)
                continue
            }
            let share = Double(shingles.count { known.contains($0) }) / Double(shingles.count)
            shares.append(share)
            guard copy[index] else { continue }
            total += Double(own.count)
            covered += share * Double(own.count)
            if share >= Self.present { last = index }
        }
        guard total > 0, covered / total >= 0.5 else { return nil }
        self.shares = shares
        self.words = words
        self.last = last
        coverage = covered / total
    }

    /// Whether a line is of the story however it stands in the page.
    func holds(_ index: Int) -> Bool { words[index] >= Self.minimumLine && shares[index] ?? 0 >= Self.present }

    /// Whether a paragraph is not of the story. Below the last line that is, the story may have been cut short, unless
    /// it has nearly all there is.
    func lacks(_ index: Int) -> Bool {
        guard words[index] >= Self.minimumLine, let share = shares[index], share <= Self.absent else { return false }
        return index < last ? coverage >= 0.7 : coverage >= 0.9
    }

    /// The text with tags replaced by blanks. O(n).
    private static func withoutTags(_ text: UTF8Text) -> UTF8Text {
        let bytes = text.bytes
        guard bytes.contains(UInt8(ascii: "<")) else { return text }
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var offset = 0
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "<"), let end = tagEnd(in: bytes, at: offset) {
                plain.append(0x20)
                offset = end
            } else {
                plain.append(bytes[offset])
                offset += 1
            }
        }
        return UTF8Text(unchecked: plain)
    }

    /// Behind the ">" of a tag at an offset; no tag of a story is longer than the limit, which keeps this linear.
    private static func tagEnd(in bytes: [UInt8], at start: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        let next = bytes[start + 1]
        guard next == UInt8(ascii: "/") || (0x61...0x7A).contains(next | 0x20) else { return nil }
        let limit = min(bytes.count, start + 500)
        return bytes[start..<limit].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }
}
