/// Work on many items on all cores, the results taken one by one in the order of the items.
enum InOrder {
    /// Does the work for each item, and hands each result on when those before it were.
    ///
    /// Twice as many items as there are cores are under way at most, so that memory does not grow with their number.
    /// When `take` throws, no more work is begun.
    static func run<Item: Sendable, Result: Sendable>(
        _ items: [Item], _ work: @escaping @Sendable (Item) -> Result, take: (Result) throws -> Void
    ) async throws {
        let cores = Machine.cores
        guard items.count > 1, cores > 1 else {
            for item in items { try take(work(item)) }
            return
        }
        try await withThrowingTaskGroup(of: (index: Int, result: Result).self) { group in
            var begun = 0
            var taken = 0
            var waiting: [Int: Result] = [:]
            func begin() {
                guard begun < items.count, begun - taken < cores * 2 else { return }
                let (index, item) = (begun, items[begun])
                group.addTask { (index, work(item)) }
                begun += 1
            }
            for _ in 0..<cores { begin() }
            while let done = try await group.next() {
                waiting[done.index] = done.result
                while let result = waiting.removeValue(forKey: taken) {
                    taken += 1
                    try take(result)
                }
                // Those held back by a slow item before them may begin now.
                while begun < items.count, begun - taken - waiting.count < cores, begun - taken < cores * 2 { begin() }
            }
        }
    }
}
