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
        let limit = Machine.cores * 2
        try await withThrowingTaskGroup(of: (index: Int, result: Result).self) { group in
            var begun = 0
            var taken = 0
            var waiting: [Int: Result] = [:]
            var isAtEnd = false
            var failure: (any Error)?
            // An item that comes alone is not worth a task.
            var held = try next()
            guard let first = held else { return }
            do {
                held = try next()
            } catch {
                failure = error
                held = nil
            }
            guard held != nil, limit > 2 else {
                try take(await work(first))
                while failure == nil, let item = held {
                    try take(await work(item))
                    held = try next()
                }
                if let failure { throw failure }
                return
            }
            func begin(_ item: Item) {
                let index = begun
                group.addTask { (index, await work(item)) }
                begun += 1
            }
            begin(first)
            if let second = held { begin(second) }
            repeat {
                while !isAtEnd, begun - taken < limit {
                    do {
                        if let item = try next() { begin(item) } else { isAtEnd = true }
                    } catch {
                        failure = error
                        isAtEnd = true
                    }
                }
                guard let done = try await group.next() else { break }
                waiting[done.index] = done.result
                while let result = waiting.removeValue(forKey: taken) {
                    taken += 1
                    try take(result)
                }
            } while taken < begun || !isAtEnd
            if let failure { throw failure }
        }
    }
}
