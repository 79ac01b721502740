/// A text that cannot be looked for.
public enum ConcordanceQueryError: Error, Hashable, Sendable {
    /// There is nothing in it but wildcards.
    case onlyWildcards
    /// It has more wildcards than `ConcordanceQueryError.mostWildcards`.
    case tooManyWildcards

    public static let mostWildcards = 64
}

extension ConcordanceQueryError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .onlyWildcards: "a text of wildcards alone would find everything"
        case .tooManyWildcards: "a text may have at most \(Self.mostWildcards) wildcards"
        }
    }
}
