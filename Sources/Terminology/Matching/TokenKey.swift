/// The key of one token, in memory that is used again for the next one.
final class TokenKey {
    /// Nothing longer is a word.
    static let limit = 1_000

    /// Folded UTF-8, with eight bytes to spare so that words of eight bytes can be read and written at any place.
    let bytes: UnsafeMutablePointer<UInt8>
    /// At the last byte of each character what mark it was left without.
    let marks: UnsafeMutablePointer<UInt8>
    /// Hashes of the first 0, 1, 2 … bytes.
    let hashes: UnsafeMutablePointer<UInt64>

    init() {
        bytes = .allocate(capacity: Self.limit + 16)
        bytes.initialize(repeating: 0, count: Self.limit + 16)
        marks = .allocate(capacity: Self.limit + 16)
        marks.initialize(repeating: 0, count: Self.limit + 16)
        hashes = .allocate(capacity: Self.limit + 16)
        hashes.initialize(repeating: 0, count: Self.limit + 16)
    }

    deinit {
        bytes.deallocate()
        marks.deallocate()
        hashes.deallocate()
    }

    /// Eight bytes from an offset, the first the lowest; what is behind the key's end is anything.
    @inline(__always)
    func word(at offset: Int) -> UInt64 {
        UnsafeRawPointer(bytes + offset).loadUnaligned(as: UInt64.self).littleEndian
    }

    func array(_ range: Range<Int>) -> [UInt8] {
        Array(UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count))
    }

    /// Makes the hashes of the first `count` bytes.
    @inline(__always)
    func hash(count: Int) {
        var hash: UInt64 = 0
        hashes[0] = 0
        for index in 0..<count {
            hash = hash &* TokenHash.base &+ UInt64(bytes[index]) &+ 1
            hashes[index + 1] = hash
        }
    }

    /// The hash of a range of the bytes.
    @inline(__always)
    func hash(of range: Range<Int>) -> UInt64 {
        hashes[range.upperBound] &- hashes[range.lowerBound] &* TokenHash.powers.start[range.count]
    }
}

/// A polynomial hash: that of any part of a word follows from those of two beginnings. Bytes are compared behind it.
enum TokenHash {
    static let base: UInt64 = 0x9E37_79B9_7F4A_7C55
    static let powers: FixedBuffer<UInt64> = {
        var powers: [UInt64] = [1]
        for _ in 0..<TokenKey.limit + 1 { powers.append(powers[powers.count - 1] &* base) }
        return FixedBuffer(powers)
    }()

    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 &* base &+ UInt64($1) &+ 1 }
    }

    /// All bits mixed, for tables.
    @inline(__always)
    static func mixed(_ hash: UInt64) -> UInt64 {
        let mixed = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
        return mixed ^ mixed >> 32
    }
}
