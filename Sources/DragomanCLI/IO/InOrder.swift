/// Work on many items on all cores, the results taken one by one in the order of the items.
enum InOrder {
    /// Does the work for each item, and hands each result on when those before it were.
    static func run<Item: Sendable, Result: Sendable>(
        _ items: [Item], _ work: @escaping @Sendable (Item) async -> Result, take: (Result) throws -> Void
    ) async throws {
        var rest = items[...]
        try await run({ rest.popFirst() }, work, take: take)
    }

    /// Does the work for each item as they come, and hands each result on when those before it were.
    ///
    /// Twice as many items as there are cores are under way at most, so that memory does not grow with their number.
    ///
    /// - Parameters:
    ///   - next: the next item, `nil` at the end. When it throws, what came before is still done and taken.
    ///   - take: when it throws, no more work is begun.
    static func run<Item: Sendable, Result: Sendable>(
        _ next: () throws -> Item?, _ work: @escaping @Sendable (Item) async -> Result, take: (Result) throws -> Void
    ) async throws {
        let cores = Machine.cores
        try await withThrowingTaskGroup(of: (index: Int, result: Result).self) { group in
            var begun = 0
            var taken = 0
            var waiting: [Int: Result] = [:]
            var failure: (any Error)?
            func pull() -> Item? {
                do {
                    return try next()
                } catch {
                    failure = error
                    return nil
                }
            }
            var upcoming = pull()
            while upcoming != nil || taken < begun {
                while let item = upcoming, begun - taken < cores * 2 {
                    upcoming = pull()
                    // An item that comes alone is not worth a task.
                    if taken == begun, upcoming == nil || cores == 1 {
                        try take(await work(item))
                        continue
                    }
                    let index = begun
                    group.addTask { (index, await work(item)) }
                    begun += 1
                }
                guard let done = try await group.next() else { continue }
                waiting[done.index] = done.result
                while let result = waiting.removeValue(forKey: taken) {
                    taken += 1
                    try take(result)
                }
            }
            if let failure { throw failure }
        }
    }
}
