/// Bytes in the making, in memory that is used again: pieces of a few bytes are written sixteen at a time, with room to
/// spare behind them.
struct ComposedBytes {
    private static let room = 16

    private var memory: UnsafeMutableRawPointer
    private var capacity: Int
    private(set) var count = 0

    init() {
        capacity = 64
        memory = .allocate(byteCount: capacity + Self.room, alignment: 16)
    }

    func deallocate() { memory.deallocate() }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory, count: count) }

    mutating func removeAll() { count = 0 }

    /// Appends a range of a text.
    @inline(__always)
    mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ range: ByteRange) {
        guard let source = UnsafeRawPointer(text.baseAddress), !range.isEmpty else { return }
        reserve(range.count)
        let target = memory + count
        if range.count <= 2 * Self.room, range.lowerBound + 2 * Self.room <= text.count {
            copySixteen(source + range.lowerBound, target)
            if range.count > Self.room { copySixteen(source + range.lowerBound + Self.room, target + Self.room) }
        } else {
            target.copyMemory(from: source + range.lowerBound, byteCount: range.count)
        }
        count += range.count
    }

    /// Appends up to sixteen bytes that stand in two numbers, the first the lowest.
    @inline(__always)
    mutating func append(_ word: (UInt64, UInt64), count added: Int) {
        reserve(added)
        (memory + count).storeBytes(of: word.0.littleEndian, as: UInt64.self)
        (memory + count + 8).storeBytes(of: word.1.littleEndian, as: UInt64.self)
        count += added
    }

    @inline(__always)
    private func copySixteen(_ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer) {
        target.storeBytes(of: source.loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
    }

    @inline(__always)
    private mutating func reserve(_ added: Int) {
        if added > capacity - count { grow(added) }
    }

    private mutating func grow(_ added: Int) {
        capacity = max(count + added, capacity * 2)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity + Self.room, alignment: 16)
        larger.copyMemory(from: memory, byteCount: count)
        memory.deallocate()
        memory = larger
    }
}
