/// A number for some bytes, eight a step, under a key drawn by chance so that no input can make them collide.
///
/// The multiply and fold of wyhash (Wang Yi 2019).
@frozen
public struct KeyedHash {
    /// What the numbers of this process hang on; at hand for whoever makes many.
    @frozen
    public struct Key: Sendable {
        @usableFromInline let start = UInt64.random(in: .min ... .max)
        @usableFromInline let factor = UInt64.random(in: .min ... .max) | 1

        @usableFromInline init() {}

        public static let drawn = Key()
    }

    @usableFromInline let factor: UInt64
    @usableFromInline var state: UInt64

    @inlinable
    public init(count: Int, key: Key = .drawn) {
        factor = key.factor
        state = key.start ^ UInt64(count)
    }

    /// Takes the next eight bytes, zeroes behind the end.
    @inlinable @inline(__always)
    public mutating func take(_ word: UInt64) { state = Self.mix(state ^ word, factor) }

    @inlinable
    public var value: UInt64 { Self.mix(state, factor) }

    /// O(n).
    @inlinable
    public static func hash(_ bytes: UnsafeRawBufferPointer, key: Key = .drawn) -> UInt64 {
        var hash = KeyedHash(count: bytes.count, key: key)
        var offset = 0
        while offset < bytes.count {
            hash.take(ASCIIWord.load(bytes, at: offset))
            offset += 8
        }
        return hash.value
    }

    @inlinable @inline(__always)
    static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
