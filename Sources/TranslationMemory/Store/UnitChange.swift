/// What a revision did to a unit.
public struct UnitChange: Hashable, Sendable, Codable {
    public var revision: Revision
    /// The unit before; `nil` when the revision created it.
    public var before: TranslationUnit?
    /// The unit after; `nil` when the revision deleted it.
    public var after: TranslationUnit?

    public init(revision: Revision, before: TranslationUnit?, after: TranslationUnit?) {
        self.revision = revision
        self.before = before
        self.after = after
    }
}
