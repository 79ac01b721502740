/// Sixteen bytes of a text at a time: which of them are what is looked for.
///
/// Vectors are compared with vectors: against a single byte the standard library goes through the lanes one by one.
@frozen
public struct ByteLanes {
    public typealias Vector = SIMD16<UInt8>
    public typealias Mask = SIMDMask<SIMD16<Int8>>

    @inlinable public static var count: Int { 16 }

    public let vector: Vector

    /// The bytes from an offset on, of which there are sixteen.
    @inlinable @inline(__always)
    public init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        vector = bytes.loadUnaligned(fromByteOffset: offset, as: Vector.self)
    }

    /// A byte in every lane, to compare with.
    @inlinable @inline(__always)
    public static func all(_ byte: UInt8) -> Vector { Vector(repeating: byte) }

    /// The first lane that is set; `count` if none is.
    @inlinable @inline(__always)
    public static func first(_ mask: Mask) -> Int {
        // A lane of a mask has all bits or none.
        let halves = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        let low = UInt64(littleEndian: halves.x)
        if low != 0 { return low.trailingZeroBitCount >> 3 }
        return 8 + UInt64(littleEndian: halves.y).trailingZeroBitCount >> 3
    }
}
