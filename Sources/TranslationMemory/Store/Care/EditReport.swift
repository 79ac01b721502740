/// What an edit or a deletion did, in numbers.
public struct EditReport: Hashable, Sendable {
    /// Units that the filter took.
    public var matched = 0
    /// Units that are not as they were.
    public var changed = 0
    /// Places where a text was replaced.
    public var replacements = 0
    /// Units left as they are because a text of theirs would be empty.
    public var emptied = 0
    /// Units that became the same as another, and are one with it.
    public var merged = 0
    public var deleted = 0
    /// The revision that was recorded; `nil` when nothing changed.
    public var revision: Int64?

    public init() {}
}
