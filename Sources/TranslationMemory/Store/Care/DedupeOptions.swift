public import UnicodeText

/// What makes units duplicates, and which of them stays.
public struct DedupeOptions: Hashable, Sendable {
    public enum Criterion: String, Hashable, Sendable, Codable, CaseIterable {
        /// The same source text: one unit stays, with one text in each language.
        case source
        /// The same translation of different sources.
        case target
        /// The same source text and a translation that is the same: one unit stays, with all texts they had.
        case both
    }

    public enum Preference: String, Hashable, Sendable, Codable, CaseIterable {
        /// By `changedate` and `creationdate` of a unit and its variants, else by the revision that changed it last.
        case newest
        case oldest
        /// By `usagecount`; of those used as often the newest.
        case mostUsed = "most-used"
    }

    public var criterion: Criterion
    public var preference = Preference.newest
    /// Whether texts are the same that differ in case and white space alone.
    public var foldsTexts = false
    /// The languages whose translations are compared; all when empty. Not asked for by `Criterion.source`.
    public var languages: [LanguageTag] = []
    /// Whether translations that different sources have are taken from all but one of them; else they are only told.
    public var removesTargets = false
    /// Most groups that are told of one by one; 0 means all.
    public var examples = 10

    public init(_ criterion: Criterion) { self.criterion = criterion }
}
