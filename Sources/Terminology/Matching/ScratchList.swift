/// A list in memory that is used again and again: an array looks with each change whether it is shared.
final class ScratchList<Element: BitwiseCopyable> {
    private var memory: UnsafeMutablePointer<Element>
    private var capacity = 16
    private(set) var count = 0

    init() { memory = .allocate(capacity: 16) }

    deinit { memory.deallocate() }

    @inline(__always) var isEmpty: Bool { count == 0 }

    @inline(__always)
    subscript(index: Int) -> Element {
        get {
            precondition(index >= 0 && index < count)
            return memory[index]
        }
        set {
            precondition(index >= 0 && index < count)
            memory[index] = newValue
        }
    }

    @inline(__always)
    func removeAll() { count = 0 }

    @inline(__always)
    func append(_ element: Element) {
        if count == capacity { grow() }
        (memory + count).initialize(to: element)
        count += 1
    }

    /// Keeps what fulfils a condition, in order.
    func keep(where isKept: (Element) -> Bool) {
        var kept = 0
        for index in 0..<count where isKept(memory[index]) {
            memory[kept] = memory[index]
            kept += 1
        }
        count = kept
    }

    /// Sorts few elements, those that are equal in their order.
    func sort(by precedes: (Element, Element) -> Bool) {
        guard count > 1 else { return }
        let sorted = UnsafeBufferPointer(start: memory, count: count).sorted(by: precedes)
        for (index, element) in sorted.enumerated() { memory[index] = element }
    }

    private func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.initialize(from: memory, count: count)
        memory.deallocate()
        memory = larger
        capacity *= 2
    }
}
