import Dispatch
import Synchronization

/// Two threads at one job: one makes items, the other takes them in the same order.
enum ReadAhead {
    /// Items are handed over so many at a time, or as many as make up `batchSize` bytes.
    private static let batch = 256
    private static let batchSize = 1 << 20
    /// Batches that are made before the first is taken; fewer where they are larger.
    private static let lead = 4

    /// Makes items beside taking them. Memory is that of a thousand items, or of a few megabytes and three items.
    ///
    /// - Parameters:
    ///   - size: How many bytes an item takes, roughly.
    ///   - make: Runs on a thread of its own. What it throws is thrown when all items before were taken.
    ///   - take: Runs on the thread that called. When it throws, `emit` throws too, so that no more is made.
    static func run<Item: Sendable>(
        size: @Sendable @escaping (Item) -> Int, make: (_ emit: (Item) throws -> Void) throws -> Void,
        take: (Item) throws -> Void
    ) throws {
        let line = Line<Item>(lead: lead)
        try withoutActuallyEscaping(make) { make in
            try withUnsafePointer(to: make) { pointer in
                // Nothing but the line is shared while both run: who called waits for the line's end below, and sees
                // then what `make` has changed. The closure is reached through its address, for a block that holds it
                // may live a moment longer than this function.
                nonisolated(unsafe) let pointer = pointer
                // No task: it waits for the line, and Swift's threads must not wait.
                DispatchQueue.global(qos: .userInitiated).async { line.end(produce(pointer, size, onto: line)) }
                var failure: (any Error)?
                while let items = line.next() {
                    do {
                        if failure == nil { for item in items { try take(item) } }
                    } catch {
                        failure = error
                        line.cancel()
                    }
                }
                if let error = failure ?? line.failure { throw error }
            }
        }
    }

    /// Returns what `make` threw. Not inlined, so that it holds the closure no longer when it returns.
    @inline(never)
    private static func produce<Item: Sendable>(
        _ make: UnsafePointer<(_ emit: (Item) throws -> Void) throws -> Void>, _ size: (Item) -> Int,
        onto line: Line<Item>
    ) -> (any Error)? {
        var items: [Item] = []
        var bytes = 0
        do {
            try make.pointee { item in
                items.append(item)
                bytes += size(item)
                guard items.count == batch || bytes >= batchSize else { return }
                try line.put(items, places: 1 + bytes / batchSize)
                items.removeAll(keepingCapacity: true)
                bytes = 0
            }
            if !items.isEmpty { try line.put(items, places: 1) }
            return nil
        } catch {
            // What was made before the error counts, as it would on one thread.
            if !items.isEmpty { try? line.put(items, places: 1) }
            return error
        }
    }

    private struct Cancelled: Error {}

    /// What is made and not yet taken.
    private final class Line<Item: Sendable>: Sendable {
        private struct State {
            var batches: [(items: [Item], places: Int)] = []
            var isDone = false
            var isCancelled = false
            var failure: (any Error)?
        }

        private let state = Mutex(State())
        private let lead: Int
        private let room = DispatchSemaphore(value: 0)
        private let made = DispatchSemaphore(value: 0)

        init(lead: Int) {
            self.lead = lead
            // A semaphore must not end below the value it was made with.
            for _ in 0..<lead { room.signal() }
        }

        var failure: (any Error)? { state.withLock { $0.failure } }

        /// - Parameter places: how many of the waiting batches this one is as large as; all of them at most.
        func put(_ items: [Item], places: Int) throws {
            let places = min(places, lead)
            // Nobody else takes places, so that one by one they come together.
            for _ in 0..<places { room.wait() }
            let isCancelled = state.withLock { state in
                if !state.isCancelled { state.batches.append((items, places)) }
                return state.isCancelled
            }
            if isCancelled {
                // So that the next one need not wait either.
                for _ in 0..<places { room.signal() }
                throw Cancelled()
            }
            made.signal()
        }

        func end(_ error: (any Error)?) {
            state.withLock { state in
                state.isDone = true
                state.failure = error
            }
            made.signal()
        }

        /// The next items, `nil` when all were given and the maker is done.
        func next() -> [Item]? {
            made.wait()
            guard let batch = state.withLock({ $0.batches.isEmpty ? nil : $0.batches.removeFirst() }) else {
                return nil
            }
            for _ in 0..<batch.places { room.signal() }
            return batch.items
        }

        func cancel() {
            state.withLock { $0.isCancelled = true }
            for _ in 0..<lead { room.signal() }
        }
    }
}
