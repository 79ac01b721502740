internal import Synchronization

/// Puts together what is made on several cores, in order.
final class OrderedSum<Total: Sendable, Part: Sendable>: Sendable {
    private struct State {
        /// `nil` while it is added to, and when it was taken: a second reference would make each change a copy.
        var total: Total?
        var waiting: [Int: Part] = [:]
        var next = 0
    }

    private let state: Mutex<State>

    init(_ total: Total) { state = Mutex(State(total: total)) }

    /// Adds a part, and those that waited for it.
    func add(_ part: Part, at index: Int, _ combine: (inout Total, Part) -> Void) {
        state.withLock { state in
            state.waiting[index] = part
            while let part = state.waiting.removeValue(forKey: state.next), var total = state.total.take() {
                combine(&total, part)
                state.total = total
                state.next += 1
            }
        }
    }

    /// The sum, once; `nil` after that.
    func take() -> Total? { state.withLock { $0.total.take() } }
}
