internal import UnicodeText

/// Elements that stay what and where they are, read through a pointer; its own, or those of a file.
///
/// Sendable although the compiler cannot see it: the memory is written by `init` alone, before another reference to the
/// object exists, and freed by `deinit`, after the last one is gone; a file's nobody writes to, and it lives as long.
final class FixedBuffer<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    let start: UnsafePointer<Element>
    let count: Int
    private let owner: FileBytes?

    init(_ elements: [Element]) {
        count = elements.count
        // One more than there are, so that an empty one has a place as well.
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: elements.count + 1)
        elements.withUnsafeBufferPointer { source in
            if let first = source.baseAddress { memory.initialize(from: first, count: source.count) }
        }
        start = UnsafePointer(memory)
        owner = nil
    }

    /// Elements that lie in the bytes of a file, aligned as they must be.
    init(_ raw: UnsafeRawBufferPointer, of file: FileBytes) {
        guard let base = raw.baseAddress, raw.count >= MemoryLayout<Element>.stride else {
            start = UnsafePointer(UnsafeMutablePointer<Element>.allocate(capacity: 1))
            count = 0
            owner = nil
            return
        }
        start = base.assumingMemoryBound(to: Element.self)
        count = raw.count / MemoryLayout<Element>.stride
        owner = file
    }

    deinit { if owner == nil { UnsafeMutablePointer(mutating: start).deallocate() } }

    /// The elements, good as long as the buffer.
    var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: start, count: count) }

    /// Their bytes as they lie in memory.
    var bytes: [UInt8] { withExtendedLifetime(self) { Array(UnsafeRawBufferPointer(elements)) } }
}
