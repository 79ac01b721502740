/// A concordance index that cannot be used.
public struct ConcordanceIndexError: Error, Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case missing
        /// No index of this version, with other rules of tokens, or of another version of ICU.
        case outdated
        case damaged
        case unwritable
    }

    public var kind: Kind
    public var path: String
    /// What SQLite or the system said.
    public var detail: String

    public init(_ kind: Kind, path: String, detail: String = "") {
        self.kind = kind
        self.path = path
        self.detail = detail
    }
}
