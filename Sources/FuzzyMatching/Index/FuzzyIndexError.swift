/// Why an index file cannot be used; the index can always be made anew from what it was made of.
public struct FuzzyIndexError: Error, Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case missing
        case unreadable
        case unwritable
        /// Some other file, or one cut short.
        case notAnIndex = "not-an-index"
        /// Made by another version of this program or of ICU, or on another kind of machine.
        case outdated
        case damaged
        /// The texts are more than an index can hold: 4 billion words, or 16 million different ones.
        case tooLarge = "too-large"
    }

    public var kind: Kind
    /// Empty for an index in memory.
    public var path: String
    /// The number of the system's error, 0 for none.
    public var system: Int32

    public init(_ kind: Kind, path: String = "", system: Int32 = 0) {
        self.kind = kind
        self.path = path
        self.system = system
    }
}
