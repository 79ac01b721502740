public import UnicodeText

/// What a write did, in numbers.
public struct WriteReport: Hashable, Sendable {
    /// Variants of one language.
    public struct VariantCounts: Hashable, Sendable {
        public var added = 0
        /// Took the place of another text.
        public var replaced = 0
        /// Left out because the stored translation wins.
        public var refused = 0
        /// Stored already.
        public var known = 0

        public init() {}
    }

    public var created = 0
    public var updated = 0
    public var skipped: [SkipReason: Int] = [:]
    public var variants: [LanguageTag: VariantCounts] = [:]
    public var termLinksAdded = 0
    public var termLinksRemoved = 0
    /// The revision that was recorded; `nil` when nothing changed.
    public var revision: Int64?

    public init() {}

    public var skippedCount: Int { skipped.values.reduce(0, +) }
    public var hasChanges: Bool { created + updated > 0 }
}
