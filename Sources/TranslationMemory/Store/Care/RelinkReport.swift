/// What bringing term links up to date did, in numbers.
public struct RelinkReport: Hashable, Sendable {
    /// Units that the filter took.
    public var matched = 0
    /// Units that have other links now.
    public var changed = 0
    /// Links that came and that went.
    public var added = 0
    public var removed = 0
    /// The revision that was recorded; `nil` when nothing changed.
    public var revision: Int64?

    public init() {}
}
