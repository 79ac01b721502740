internal import Dispatch
internal import Synchronization

extension Array {
    /// Elements made on all cores where they stay: nothing is copied to put pieces together.
    ///
    /// - Parameters:
    ///   - count: how many elements there are at most.
    ///   - size: elements that one task makes.
    ///   - make: fills the room for some of them from its beginning, and tells how many it made and what else it found.
    /// - Returns: the elements, and what was found with those of each piece, in order.
    static func filledInPlace<Found: Sendable>(
        count: Int, size: Int,
        _ make: @Sendable (Range<Int>, UnsafeMutableBufferPointer<Element>) -> (count: Int, found: Found)
    ) -> (elements: [Element], found: [Found]) {
        let pieces = (count + size - 1) / size
        let answers = Mutex([(count: Int, found: Found)?](repeating: nil, count: pieces))
        let elements = [Element](unsafeUninitializedCapacity: count) { room, filled in
            // Each piece has a room of its own.
            nonisolated(unsafe) let shared = room
            DispatchQueue.concurrentPerform(iterations: pieces) { piece in
                let range = piece * size..<Swift.min(count, (piece + 1) * size)
                let answer = make(range, UnsafeMutableBufferPointer(rebasing: shared[range]))
                answers.withLock { $0[piece] = answer }
            }
            guard let start = room.baseAddress else { return }
            for (piece, answer) in answers.withLock({ $0 }).enumerated() {
                guard let made = answer?.count else { continue }
                // A piece that made fewer than there was room for leaves a gap, which those behind it close.
                if filled != piece * size {
                    (start + filled).moveInitialize(from: start + piece * size, count: made)
                }
                filled += made
            }
        }
        return (elements, answers.withLock { $0.compactMap { $0?.found } })
    }
}
