extension UTF8Text {
    /// A code point and the bytes it takes.
    public struct PlacedScalar: Hashable, Sendable {
        public let scalar: Unicode.Scalar
        public let range: ByteRange
    }

    /// The code point that starts at a byte offset, and its length in bytes. O(1).
    @inlinable
    public func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        decodeScalar(bytes, at: offset)
    }

    /// The code point that ends just before a byte offset, and its length in bytes. O(1).
    @inlinable
    public func scalar(before offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        bytes.withUnsafeBufferPointer { decodeScalar($0, before: offset) }
    }

    /// All code points with their places, in order.
    public var placedScalars: PlacedScalars { PlacedScalars(text: self) }

    public struct PlacedScalars: Sequence, IteratorProtocol, Sendable {
        let text: UTF8Text
        var offset = 0

        init(text: UTF8Text) { self.text = text }

        public mutating func next() -> PlacedScalar? {
            guard offset < text.count else { return nil }
            let (scalar, length) = text.scalar(at: offset)
            defer { offset += length }
            return PlacedScalar(scalar: scalar, range: offset..<offset + length)
        }
    }
}

/// Decodes one code point of valid UTF-8. O(1).
@inlinable
public func decodeScalar(_ bytes: [UInt8], at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    bytes.withUnsafeBufferPointer { decodeScalar($0, at: offset) }
}

/// Decodes one code point of valid UTF-8. O(1).
@inlinable
public func decodeScalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
) -> (scalar: Unicode.Scalar, length: Int) {
    precondition(offset < bytes.count)
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    precondition(offset + (first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4) <= bytes.count, "UTF-8 cut inside a character")
    func tail(_ index: Int) -> UInt32 { UInt32(bytes[offset + index]) & 0x3F }
    let value: UInt32
    let length: Int
    if first < 0xE0 {
        value = (first & 0x1F) << 6 | tail(1)
        length = 2
    } else if first < 0xF0 {
        value = (first & 0x0F) << 12 | tail(1) << 6 | tail(2)
        length = 3
    } else {
        value = (first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
        length = 4
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
}

extension Array where Element == UInt8 {
    /// Appends a code point as UTF-8.
    @inlinable
    public mutating func append(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case 0..<0x80:
            append(UInt8(value))
        case 0x80..<0x800:
            append(UInt8(0xC0 | value >> 6))
            append(UInt8(0x80 | value & 0x3F))
        case 0x800..<0x10000:
            append(UInt8(0xE0 | value >> 12))
            append(UInt8(0x80 | value >> 6 & 0x3F))
            append(UInt8(0x80 | value & 0x3F))
        default:
            append(UInt8(0xF0 | value >> 18))
            append(UInt8(0x80 | value >> 12 & 0x3F))
            append(UInt8(0x80 | value >> 6 & 0x3F))
            append(UInt8(0x80 | value & 0x3F))
        }
    }
}

/// Decodes the code point of valid UTF-8 that ends just before an offset. O(1).
@inlinable
public func decodeScalar(
    _ bytes: UnsafeBufferPointer<UInt8>, before offset: Int
) -> (scalar: Unicode.Scalar, length: Int) {
    var start = offset - 1
    while start > 0 && bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return decodeScalar(bytes, at: start)
}
