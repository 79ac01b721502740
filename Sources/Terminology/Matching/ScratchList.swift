/// A list in memory that is used again and again: an array looks with each change whether it is shared.
///
/// What changes stands behind a pointer, for of a variable of an object Swift asks at run time whether somebody else is
/// at it.
final class ScratchList<Element: BitwiseCopyable> {
    private struct State {
        var memory: UnsafeMutablePointer<Element>
        var capacity: Int
        var count = 0
    }

    private let state: UnsafeMutablePointer<State>

    init() {
        state = .allocate(capacity: 1)
        state.initialize(to: State(memory: .allocate(capacity: 16), capacity: 16))
    }

    deinit {
        state.pointee.memory.deallocate()
        state.deallocate()
    }

    @inline(__always) var count: Int { state.pointee.count }
    @inline(__always) var isEmpty: Bool { count == 0 }

    @inline(__always)
    subscript(index: Int) -> Element {
        get {
            precondition(index >= 0 && index < count)
            return state.pointee.memory[index]
        }
        set {
            precondition(index >= 0 && index < count)
            state.pointee.memory[index] = newValue
        }
    }

    @inline(__always)
    func removeAll() { state.pointee.count = 0 }

    @inline(__always)
    func append(_ element: Element) {
        if count == state.pointee.capacity { grow() }
        (state.pointee.memory + count).initialize(to: element)
        state.pointee.count += 1
    }

    /// Keeps what fulfils a condition, in order.
    @inline(__always)
    func keep(where isKept: (Element) -> Bool) {
        let memory = state.pointee.memory
        var kept = 0
        for index in 0..<count where isKept(memory[index]) {
            memory[kept] = memory[index]
            kept += 1
        }
        state.pointee.count = kept
    }

    /// Sorts few elements, those that are equal in their order. O(n²) for any order, O(n) for the right one.
    @inline(__always)
    func sort(by precedes: (Element, Element) -> Bool) {
        let memory = state.pointee.memory
        guard count > 1 else { return }
        for index in 1..<count {
            let element = memory[index]
            var place = index
            while place > 0, precedes(element, memory[place - 1]) {
                memory[place] = memory[place - 1]
                place -= 1
            }
            memory[place] = element
        }
    }

    private func grow() {
        let capacity = state.pointee.capacity * 2
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        larger.initialize(from: state.pointee.memory, count: count)
        state.pointee.memory.deallocate()
        state.pointee.memory = larger
        state.pointee.capacity = capacity
    }
}
