public import UnicodeText

/// What a search for duplicates found and did, in numbers.
public struct DedupeReport: Hashable, Sendable {
    /// Texts that several units have.
    public var groups = 0
    /// Units in these groups.
    public var units = 0
    /// Units that went.
    public var removed = 0
    /// Units that stayed and are not as they were: they took something over, or gave up a text.
    public var updated = 0
    /// Variants that units which went left to those that stayed.
    public var variantsTaken = 0
    /// Texts that are gone because another one was preferred.
    public var variantsDropped = 0
    /// The revision that was recorded; `nil` when nothing changed.
    public var revision: Int64?

    public init() {}
}

/// Units that are duplicates of each other.
public struct DuplicateGroup: Hashable, Sendable {
    public struct Member: Hashable, Sendable {
        public var unit: Int64
        /// The source's text.
        public var source: UTF8Text
    }

    public var language: LanguageTag
    /// The text that they share, as the unit has it that stays.
    public var text: UTF8Text
    /// The unit that stays first, then the others by preference; the first hundred.
    public var members: [Member]
    public var count: Int
}
