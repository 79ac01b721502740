/// A memory that takes part in look-ups.
public struct MatchMemory: Sendable {
    public var store: any Store
    /// Told with each match where there are several; empty for none.
    public var name: String
    /// Points taken off every match from here, percent.
    public var penalty: Int

    public init(_ store: some Store, name: String = "", penalty: Int = 0) {
        self.store = store
        self.name = name
        self.penalty = min(max(penalty, 0), 100)
    }
}
