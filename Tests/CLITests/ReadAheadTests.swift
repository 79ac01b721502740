import Synchronization
import Testing

@testable import DragomanCLI

@Suite struct ReadAheadTests {
    private struct Broken: Error {}

    @Test(arguments: [0, 1, 255, 256, 257, 5_000]) func itemsComeInOrder(count: Int) throws {
        var made = 0
        var taken: [Int] = []
        try ReadAhead.run(size: { _ in 1 }) { emit in
            for item in 0..<count {
                try emit(item)
                made += 1
            }
        } take: {
            taken.append($0)
        }
        #expect(made == count && taken == Array(0..<count))
    }

    @Test(arguments: [0, 300, 3_000]) func whatWasMadeBeforeAnErrorIsTaken(count: Int) {
        var taken = 0
        #expect(throws: Broken.self) {
            try ReadAhead.run(size: { _ in 1 }) { emit in
                for item in 0..<count { try emit(item) }
                throw Broken()
            } take: { (_: Int) in
                taken += 1
            }
        }
        #expect(taken == count)
    }

    @Test(arguments: [0, 300, 3_000]) func anErrorInTakingEndsMaking(count: Int) {
        var taken = 0
        var ended = false
        #expect(throws: Broken.self) {
            try ReadAhead.run(size: { _ in 1 }) { emit in
                // Without end but for the error.
                defer { ended = true }
                var item = 0
                while true {
                    try emit(item)
                    item += 1
                }
            } take: { (_: Int) in
                if taken == count { throw Broken() }
                taken += 1
            }
        }
        #expect(ended && taken == count)
    }

    @Test func fewItemsWait() throws {
        let made = Atomic(0)
        var most = 0
        try ReadAhead.run(size: { _ in 1 }) { emit in
            for item in 0..<20_000 {
                try emit(item)
                made.store(item + 1, ordering: .relaxed)
            }
        } take: { item in
            most = max(most, made.load(ordering: .relaxed) - item)
        }
        // Four batches that wait, the one at hand and the one being made.
        #expect(most <= 6 * 256)
    }

    /// While a large item is at hand no other is made.
    @Test func largeItemsAreTakenOneByOne() throws {
        let made = Atomic(0)
        var most = 0
        var taken: [Int] = []
        try ReadAhead.run(size: { _ in 10 << 20 }) { emit in
            for item in 0..<2_000 {
                made.store(item + 1, ordering: .relaxed)
                try emit(item)
            }
        } take: { item in
            most = max(most, made.load(ordering: .relaxed) - item)
            taken.append(item)
        }
        #expect(taken == Array(0..<2_000))
        #expect(most == 1)
    }
}
