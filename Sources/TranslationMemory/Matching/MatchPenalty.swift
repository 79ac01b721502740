public import FuzzyMatching

/// Points taken off a match's score, with their reason.
public struct MatchPenalty: Hashable, Sendable, Codable {
    public enum Kind: Hashable, Sendable, Codable {
        /// The texts differ in something smaller than words.
        case text(FuzzyPenalty.Kind)
        /// The memory's language is near the one asked for: `en-US` for `en`; a point for each side.
        case language
        /// The source has inline codes that the text lacks.
        case inlineCodes

        /// A stable name: `case`, `number`, `language` …
        public var name: String {
            switch self {
            case .text(let kind): kind.rawValue
            case .language: "language"
            case .inlineCodes: "inline-codes"
            }
        }
    }

    public var kind: Kind
    /// Percent.
    public var points: Int

    public init(_ kind: Kind, points: Int = 1) {
        self.kind = kind
        self.points = points
    }
}
