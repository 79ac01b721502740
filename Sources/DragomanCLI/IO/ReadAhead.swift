import Dispatch
import Synchronization

/// Two threads at one job: one makes items, the other takes them in the same order.
enum ReadAhead {
    /// Items are handed over so many at a time, or as many as make up `batchSize` bytes.
    private static let batch = 256
    private static let batchSize = 1 << 20
    /// Batches that are made before the first is taken; fewer where they are larger.
    private static let lead = 4

    /// Makes items beside taking them. Memory is that of a few thousand items, or of a few megabytes and one item.
    ///
    /// - Parameters:
    ///   - size: How many bytes an item takes, roughly.
    ///   - make: Runs on a thread of its own. What it throws is thrown when all items before were taken.
    ///   - take: Runs on the thread that called. When it throws, `emit` throws too, so that no more is made.
    static func run<Item: Sendable>(
        size: @Sendable @escaping (Item) -> Int, make: (_ emit: (Item) throws -> Void) throws -> Void,
        take: (Item) throws -> Void
    ) throws {
        try run(size: size, prepare: { $0 }, isDear: false, make: make, take: take)
    }

    /// The same for items that are made ready in between, by the thread that has time for it.
    ///
    /// - Parameters:
    ///   - prepare: Runs on either thread.
    ///   - isDear: Whether it is work at all.
    static func run<Raw: Sendable, Item: Sendable>(
        size: @Sendable @escaping (Raw) -> Int, prepare: @Sendable @escaping (Raw) -> Item, isDear: Bool = true,
        make: (_ emit: (Raw) throws -> Void) throws -> Void, take: (Item) throws -> Void
    ) throws {
        let line = Line<Batch<Raw, Item>>(lead: lead)
        let ahead: (@Sendable (Raw) -> Item)? = isDear ? prepare : nil
        try withoutActuallyEscaping(make) { (make: @escaping (_ emit: (Raw) throws -> Void) throws -> Void) -> Void in
            try withUnsafePointer(to: make) { pointer in
                // Nothing but the line is shared while both run: who called waits for the line's end below, and sees
                // then what `make` has changed. The closure is reached through its address, for a block that holds it
                // may live a moment longer than this function.
                nonisolated(unsafe) let pointer = pointer
                // No task: it waits for the line, and Swift's threads must not wait.
                DispatchQueue.global(qos: .userInitiated).async { line.end(produce(pointer, size, ahead, onto: line)) }
                let failure = consume(line, prepare, take)
                if let error = failure ?? line.failure { throw error }
            }
        }
    }

    /// Returns what `take` threw.
    private static func consume<Raw: Sendable, Item: Sendable>(
        _ line: Line<Batch<Raw, Item>>, _ prepare: (Raw) -> Item, _ take: (Item) throws -> Void
    ) -> (any Error)? {
        var failure: (any Error)?
        while let (batch, places) = line.next() {
            do {
                if failure == nil {
                    switch batch {
                    case .raw(let raws): try forEach(raws) { try take(prepare($0)) }
                    case .ready(let items): try forEach(items, take)
                    }
                }
            } catch {
                failure = error
                line.cancel()
            }
            line.giveBack(batch, places: places)
        }
        return failure
    }

    /// Returns what `make` threw. Not inlined, so that it holds the closure no longer when it returns.
    @inline(never)
    private static func produce<Raw: Sendable, Item: Sendable>(
        _ make: UnsafePointer<(_ emit: (Raw) throws -> Void) throws -> Void>, _ size: (Raw) -> Int,
        _ prepare: ((Raw) -> Item)?, onto line: Line<Batch<Raw, Item>>
    ) -> (any Error)? {
        var items: [Raw] = []
        items.reserveCapacity(batch)
        var bytes = 0
        do {
            try make.pointee { item in
                items.append(item)
                bytes += size(item)
                guard items.count == batch || bytes >= batchSize else { return }
                let places = 1 + bytes / batchSize
                if let prepare, line.isAhead {
                    var ready: [Item] = []
                    ready.reserveCapacity(items.count)
                    forEach(items) { ready.append(prepare($0)) }
                    items.removeAll(keepingCapacity: true)
                    try line.put(.ready(ready), places: places)
                } else {
                    var raws: [Raw] = []
                    raws.reserveCapacity(batch)
                    swap(&raws, &items)
                    try line.put(.raw(raws), places: places)
                }
                bytes = 0
            }
            if !items.isEmpty { try line.put(.raw(items), places: 1) }
            return nil
        } catch {
            // What was made before the error counts, as it would on one thread.
            if !items.isEmpty { try? line.put(.raw(items), places: 1) }
            return error
        }
    }

    /// Calls `body` with each where it lies: a copy of a unit would be one of each of its parts.
    private static func forEach<Element>(_ items: [Element], _ body: (Element) throws -> Void) rethrows {
        try items.withUnsafeBufferPointer { items in
            guard let first = items.baseAddress else { return }
            for index in items.indices { try body(first[index]) }
        }
    }

    private enum Batch<Raw: Sendable, Item: Sendable>: Sendable {
        case raw([Raw])
        case ready([Item])
    }

    private struct Cancelled: Error {}

    /// What is made and not yet taken.
    private final class Line<Batch: Sendable>: Sendable {
        private struct State {
            var batches: [(batch: Batch, places: Int)] = []
            /// What was taken and may go.
            var taken: [Batch] = []
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
            makeRoom(lead)
        }

        var failure: (any Error)? { state.withLock { $0.failure } }

        /// - Parameter places: how many of the waiting batches this one is as large as; all of them at most.
        func put(_ batch: Batch, places: Int) throws {
            let places = min(places, lead)
            // Nobody else takes places, so that one by one they come together.
            for _ in 0..<places { room.wait() }
            // What was taken goes when the lock is free again.
            let (isCancelled, _) = state.withLock { state in
                var taken: [Batch] = []
                swap(&taken, &state.taken)
                if !state.isCancelled { state.batches.append((batch, places)) }
                return (state.isCancelled, taken)
            }
            if isCancelled {
                // So that the next one need not wait either.
                makeRoom(places)
                throw Cancelled()
            }
            made.signal()
            if places == lead { waitForRoom() }
        }

        /// Waits until a batch that fills the line was taken: of such one alone is in memory.
        private func waitForRoom() {
            for _ in 0..<lead { room.wait() }
            makeRoom(lead)
        }

        func end(_ error: (any Error)?) {
            state.withLock { state in
                state.isDone = true
                state.failure = error
            }
            made.signal()
        }

        /// Whether enough waits that the taker has nothing to wait for.
        var isAhead: Bool { state.withLock { $0.batches.count >= Self.enough } }
        private static var enough: Int { 2 }

        /// The next items, `nil` when all were given and the maker is done.
        func next() -> (batch: Batch, places: Int)? {
            made.wait()
            guard let batch = state.withLock({ $0.batches.isEmpty ? nil : $0.batches.removeFirst() }) else {
                return nil
            }
            if batch.places < lead { makeRoom(batch.places) }
            return batch
        }

        private func makeRoom(_ places: Int) {
            for _ in 0..<places { room.signal() }
        }

        /// A batch that was taken, of `places`: its memory is given back by the maker where it has time for it. A large one
        /// goes at once.
        func giveBack(_ batch: Batch, places: Int) {
            if places == lead { makeRoom(places) }
            guard places == 1 else { return }
            state.withLock { if $0.batches.count >= Self.enough { $0.taken.append(batch) } }
        }

        func cancel() {
            state.withLock { $0.isCancelled = true }
            makeRoom(lead)
        }
    }
}
