public import UnicodeText

/// A memory in numbers.
public struct Statistics: Hashable, Sendable {
    public var units: Int
    public var variants: [LanguageTag: Int]
    public var termLinks: Int
    public var revisions: Int
    /// Size of the database, what is not yet moved from the write-ahead log included.
    public var bytes: Int
    /// The ICU version the memory was made with.
    public var icu: String
    public var created: Timestamp

    public init(
        units: Int, variants: [LanguageTag: Int], termLinks: Int, revisions: Int, bytes: Int, icu: String,
        created: Timestamp
    ) {
        self.units = units
        self.variants = variants
        self.termLinks = termLinks
        self.revisions = revisions
        self.bytes = bytes
        self.icu = icu
        self.created = created
    }
}
