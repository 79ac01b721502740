public import UnicodeText

/// A place where two texts differ.
public struct FuzzyDifference: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Words stand for other words.
        case replaced
        /// Words of the query that the match lacks.
        case missing
        /// Words of the match that the query lacks.
        case added
        case letterCase = "case"
        /// Another form of the same word.
        case inflection
        case number
        case address
        case punctuation
    }

    public var kind: Kind
    /// Bytes of the text that was looked up; empty where it lacks something.
    public var query: ByteRange
    /// Bytes of the text that was found; empty where it lacks something.
    public var match: ByteRange

    public init(_ kind: Kind, query: ByteRange, match: ByteRange) {
        self.kind = kind
        self.query = query
        self.match = match
    }
}
