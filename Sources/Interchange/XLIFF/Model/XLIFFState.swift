/// How far a translation is and what it was made from.
///
/// XLIFF 1.2 has `state` and `state-qualifier` of a target, XLIFF 2 `state` and `subState` of a segment. XLIFF 2 knows no
/// translation that waits for review: it is written as `initial` with a `subState` of ours.
public struct XLIFFState: Hashable, Sendable {
    public enum Progress: String, Sendable, CaseIterable {
        case initial, needsReview = "needs-review", translated, reviewed, final
    }

    /// What the translation was made from.
    public enum Qualifier: String, Sendable, CaseIterable {
        case exactMatch = "exact-match"
        case fuzzyMatch = "fuzzy-match"
        case contextMatch = "context-match"
        case idMatch = "id-match"
        case memory = "leveraged-tm"
        case machine = "mt-suggestion"
        case glossary = "leveraged-glossary"
    }

    /// `nil` where nobody said.
    public let progress: Progress?
    public let qualifier: Qualifier?
    /// What a file said, where our own words for it are others.
    let spelling: Spelling?

    /// The words of a file.
    struct Spelling: Hashable, Sendable {
        let isFirst: Bool
        /// `state`
        var state: String?
        /// `state-qualifier` or `subState`
        var qualifier: String?
    }

    public init(_ progress: Progress?, _ qualifier: Qualifier? = nil) {
        self.progress = progress
        self.qualifier = qualifier
        spelling = nil
    }

    /// Nobody said how far the translation is.
    public static let unsaid = XLIFFState(nil)
    public static let initial = XLIFFState(.initial)
    public static let translated = XLIFFState(.translated)
    public static let exactMatch = XLIFFState(.translated, .exactMatch)
    public static let contextMatch = XLIFFState(.translated, .contextMatch)
    public static let fuzzyMatch = XLIFFState(.needsReview, .fuzzyMatch)

    init(_ spelling: Spelling) {
        (progress, qualifier) = spelling.isFirst ? Self.meaning1(spelling) : Self.meaning2(spelling)
        let own = XLIFFState(progress, qualifier).ownSpelling(isFirst: spelling.isFirst)
        self.spelling = own == spelling ? nil : spelling
    }

    /// The words for a file: those it had, where it is of the same kind.
    func spelled(isFirst: Bool) -> Spelling {
        if let spelling, spelling.isFirst == isFirst { return spelling }
        return ownSpelling(isFirst: isFirst)
    }

    private func ownSpelling(isFirst: Bool) -> Spelling {
        isFirst ? ownSpelling1 : ownSpelling2
    }
}
