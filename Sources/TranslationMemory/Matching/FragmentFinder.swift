internal import FuzzyMatching
public import UnicodeText

/// Finds the longest sequences of words that a text shares with the texts of a memory, whole words and signs between
/// them included, whatever their case.
public struct FragmentFinder: Sendable {
    private let store: any Store
    private let source: LanguageTag
    private let target: LanguageTag
    private let minimum: Int
    private let most: Int

    /// - Parameters:
    ///   - minimum: Words of the shortest fragment, at least 1.
    ///   - most: Most units to return for each.
    public init(_ store: some Store, from source: LanguageTag, to target: LanguageTag, minimum: Int = 3, most: Int = 3)
    {
        self.store = store
        self.source = source
        self.target = target
        self.minimum = max(1, minimum)
        self.most = max(1, most)
    }

    /// Words of a text that are looked at: a segment has no more.
    private static let longest = 200

    /// The fragments by their place; they may overlap. At most two searches a word.
    ///
    /// - Throws: What the store throws.
    public func fragments(of text: UTF8Text) throws -> [Fragment] {
        let words = Tokenizer().tokens(of: text).filter { $0.kind != .sign }.prefix(Self.longest).map(\.range)
        var fragments: [Fragment] = []
        // What begins further on ends no earlier: a part of what stands in the memory stands there too.
        var end = 0
        for start in words.indices {
            let reached = max(end, start)
            var next = reached
            while next < words.count, try occurs(text, range(words, start, next + 1)) { next += 1 }
            // Nothing more than the one before: it is part of that.
            if next > end, next - start >= minimum, next > start {
                let range = range(words, start, next)
                let hits = try hits(text, range, limit: most + 1)
                fragments.append(
                    Fragment(
                        range: range, words: next - start, hits: Array(hits.prefix(most)), hasMore: hits.count > most))
            }
            end = next
        }
        return fragments
    }

    private func range(_ words: [ByteRange], _ start: Int, _ end: Int) -> ByteRange {
        words[start].lowerBound..<words[end - 1].upperBound
    }

    private func occurs(_ text: UTF8Text, _ range: ByteRange) throws -> Bool {
        try !hits(text, range, limit: 1).isEmpty
    }

    /// Whole words come first in the order of a search.
    private func hits(_ text: UTF8Text, _ range: ByteRange, limit: Int) throws -> [ConcordanceHit] {
        let query = ConcordanceQuery(
            include: [.init(text[range], languages: [source])], wanted: [target], limit: limit)
        return try store.search(query).filter { hit in
            hit.places.contains { place in
                let text = hit.unit.variants[place.variant].segment.text
                return place.ranges.contains { Self.isEdge(text, $0.lowerBound) && Self.isEdge(text, $0.upperBound) }
            }
        }
    }

    /// Whether a word may end at a place: in scripts without spaces, anywhere.
    private static func isEdge(_ text: UTF8Text, _ offset: Int) -> Bool {
        guard text.isInsideWord(offset) else { return true }
        return text.scalar(before: offset).scalar.isUnspaced || text.scalar(at: offset).scalar.isUnspaced
    }
}
