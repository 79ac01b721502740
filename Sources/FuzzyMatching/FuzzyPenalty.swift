/// Points taken off a score for differences that are not differences of words.
public struct FuzzyPenalty: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A word differs in case, or in the form its accents are written in.
        case letterCase = "case"
        case number
        /// A URL or e-mail address.
        case address
        /// The punctuation marks differ.
        case punctuation
        /// Nothing but white space, control characters, or the places of punctuation marks differ.
        case spacing
    }

    public var kind: Kind
    /// Percent.
    public var points: Int

    public init(_ kind: Kind, points: Int = 1) {
        self.kind = kind
        self.points = points
    }
}
