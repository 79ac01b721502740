/// Shows the first of many examples, and none more once nobody reads them.
struct ExampleLimit {
    /// 0 for all.
    private let limit: Int
    private var shown = 0
    private var isUnread = false

    init(_ limit: Int) { self.limit = limit }

    mutating func show(_ example: () throws -> Void) throws {
        guard !isUnread, limit == 0 || shown < limit else { return }
        shown += 1
        // Who stops reading what is told has not taken back what was asked for.
        do { try example() } catch is BrokenPipe { isUnread = true }
    }
}
