public import UnicodeText

/// Finds the segments that are like a text, all of them: nothing that scores enough is ever missed.
///
/// Candidates come from a length filter and a prefix filter with positions (Xiao, Wang, Lin, Yu 2008) over pairs of token
/// and occurrence, rarest first. A segment within the wanted distance shares so many of them that one must be among the
/// rarest of both; what passes is verified by bit-parallel Levenshtein distance, then scored by `FuzzyComparison`.
public struct FuzzyIndex: Sendable {
    /// The lowest score the prefix filter serves; below it every segment of a fitting length is verified.
    static let lowestFiltered = 50

    public let language: LanguageTag

    // Records are the segments in order of their number of tokens.
    var ids: [Int64] = []
    /// The texts one after another, and where each begins.
    var texts: [UInt8] = []
    var textStarts: [Int] = [0]
    /// The tokens as numbers of the vocabulary.
    var symbols: [UInt32] = []
    var symbolStarts: [Int] = [0]
    var vocabulary = Vocabulary()
    /// First record of each length and of the one after the greatest.
    var firstOfLength: [Int] = [0]

    /// Elements are pairs of token and occurrence; the first occurrence of a token has the token's number.
    var repeatedElements: [UInt64: UInt32] = [:]
    /// Place of each element in the order from rare to frequent.
    var ranks: [UInt32] = []
    /// Postings by rank: the records that have the element in their prefix, by length and then by place in the prefix.
    var postingStarts: [Int] = [0]
    var postings: [UInt32] = []
    /// Place of the element in the record's prefix, at most 255.
    var places: [UInt8] = []

    /// Builds the index. O(total tokens · log of the longest segment); ids may repeat.
    public init(language: LanguageTag, segments: some Sequence<(Int64, UTF8Text)>) {
        self.language = language
        var builder = FuzzyIndexBuilder()
        for (id, text) in segments { builder.add(id, text) }
        builder.finish(&self)
    }

    /// Number of segments.
    public var count: Int { ids.count }

    func text(_ record: Int) -> UTF8Text {
        UTF8Text(unchecked: Array(texts[textStarts[record]..<textStarts[record + 1]]))
    }

    func length(_ record: Int) -> Int { symbolStarts[record + 1] - symbolStarts[record] }

    /// Tokens that two texts, the longer of so many, must at least share for a score.
    static func needed(_ score: Int, longer: Int) -> Int { (score * longer + 99) / 100 }

    /// How many of its rarest elements a segment is found by.
    static func prefixCount(_ length: Int) -> Int { min(length, length - needed(lowestFiltered, longer: length) + 1) }
}
