/// Elements that stay what and where they are, read through a pointer.
///
/// Sendable although the compiler cannot see it: the memory is written by `init` alone, before another reference to the
/// object exists, and freed by `deinit`, after the last one is gone.
final class FixedBuffer<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    let start: UnsafePointer<Element>
    let count: Int

    init(_ elements: [Element]) {
        count = elements.count
        // One more than there are, so that an empty one has a place as well.
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: elements.count + 1)
        elements.withUnsafeBufferPointer { source in
            if let first = source.baseAddress { memory.initialize(from: first, count: source.count) }
        }
        start = UnsafePointer(memory)
    }

    deinit { UnsafeMutablePointer(mutating: start).deallocate() }
}
