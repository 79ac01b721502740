internal import TranslationMemory
internal import UnicodeText

/// Fills single segments of a file that has units of its own, in their order.
///
/// A segment's place is what the file says of it: the segment before, and its identifier.
struct BilingualFiller {
    private let desk: ReuseDesk
    private var previous: UTF8Text?
    private(set) var filled = 0
    private(set) var left = 0

    init(_ desk: ReuseDesk) { self.desk = desk }

    /// A segment that has a translation already is a neighbour of the next.
    mutating func pass(_ source: UTF8Text) { previous = source }

    /// What is between two files is no neighbourhood.
    mutating func begin() { previous = nil }

    /// The drafts for a segment, the best first, and the one that fills it.
    mutating func drafts(
        for segment: InlineText, id: String?, in language: LanguageTag
    ) throws -> (all: [Draft], filled: Draft?) {
        let query = MatchQuery(segment: segment, context: Context(previous: previous, id: id))
        previous = segment.text
        let drafts = try desk.drafts(for: query, in: language)
        let first = drafts.first.flatMap { desk.fills($0) ? $0 : nil }
        if first == nil { left += 1 } else { filled += 1 }
        return (drafts, first)
    }
}
