/// A concept that answers a look-up.
public struct LookupResult: Sendable {
    /// How the question relates to the term; better kinds first.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
        case exact
        /// But for case, hyphens and blanks.
        case folded
        /// But for accents.
        case accents
        case inflected
        /// The question is one or more whole words of the term.
        case part
        /// A few letters away.
        case near

        public static func < (one: Kind, other: Kind) -> Bool { one.order < other.order }

        private var order: Int {
            switch self {
            case .exact: 0
            case .folded: 1
            case .accents: 2
            case .inflected: 3
            case .part: 4
            case .near: 5
            }
        }
    }

    public let kind: Kind
    public let term: Term
    public let concept: Concept
    public let glossary: String
    /// Edits between question and term, for `near`.
    public let distance: Int

    /// `glossary/concept`, the name a memory links to.
    public var link: String { Glossary.link(to: concept.id, of: glossary) }
}
