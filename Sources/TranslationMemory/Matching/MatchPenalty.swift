public import FuzzyMatching

/// Points taken off a match's score, with their reason.
public struct MatchPenalty: Hashable, Sendable, Codable {
    public enum Kind: Hashable, Sendable, Codable {
        /// The texts differ in something smaller than words.
        case text(FuzzyPenalty.Kind)
        /// The inline codes stand elsewhere (a point) or are not the same (two).
        case inlineCodes
        /// The memory's language is near the one asked for: `en-US` for `en`; a point for each side.
        case language
        /// Nobody wrote the translation for this source: it was aligned or made by a machine.
        case origin
        /// What the memory as a whole is trusted less.
        case memory

        /// A stable name: `case`, `number`, `language` …
        public var name: String {
            switch self {
            case .text(let kind): kind.rawValue
            case .inlineCodes: "inline-codes"
            case .language: "language"
            case .origin: "origin"
            case .memory: "memory"
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

extension Origin.Kind {
    /// Points a match of this origin loses.
    var penalty: Int {
        switch self {
        case .manual, .press, .import, .glossary: 0
        case .alignment: 1
        case .machine: 2
        }
    }
}
