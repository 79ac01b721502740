/// Letters and digits of ASCII found eight bytes at a time.
public enum ASCIIWord {
    /// Where the run of ASCII letters and digits that begins at or before an offset ends. O(length).
    @inlinable @inline(__always)
    public static func end(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var offset = start
        while offset + 8 <= bytes.count {
            let others =
                ~alphanumerics(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian) & high
            if others != 0 { return offset + others.trailingZeroBitCount >> 3 }
            offset += 8
        }
        while offset < bytes.count, contains(bytes[offset]) { offset += 1 }
        return offset
    }

    /// Eight bytes from an offset as a number, the first the lowest, with zeroes behind the end. O(1).
    @inlinable @inline(__always)
    public static func load(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
        if offset + 8 <= bytes.count {
            return bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
        }
        if bytes.count >= 8, offset < bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self).littleEndian
            return word >> UInt64(8 * (offset + 8 - bytes.count))
        }
        var word: UInt64 = 0
        for index in offset..<bytes.count { word |= UInt64(bytes[index]) << UInt64(8 * (index - offset)) }
        return word
    }

    /// A range of a text as a number, its first byte the lowest, with zeroes behind it; of a longer one its first eight bytes.
    /// O(1).
    @inlinable @inline(__always)
    public static func load(_ bytes: UnsafeRawBufferPointer, _ range: ByteRange) -> UInt64 {
        let word = load(bytes, at: range.lowerBound)
        return range.count >= 8 ? word : word & ((1 &<< UInt64(truncatingIfNeeded: 8 * range.count)) &- 1)
    }

    @inlinable @inline(__always)
    public static func contains(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }

    /// The high bit of each of eight bytes that is an ASCII letter or digit.
    @inlinable @inline(__always)
    public static func alphanumerics(_ word: UInt64) -> UInt64 { letters(word) | within(word, 0x30, 0x39) }

    /// The high bit of each of eight bytes that is an ASCII letter.
    @inlinable @inline(__always)
    public static func letters(_ word: UInt64) -> UInt64 { within(word | ones &* 0x20, 0x61, 0x7A) & ~word }

    /// The high bit of each of eight bytes from `low` to `high`, both ASCII.
    @inlinable @inline(__always)
    public static func within(_ word: UInt64, _ low: UInt64, _ last: UInt64) -> UInt64 {
        let set = word | high
        let atLeast = set &- (ones &* low)
        let above = set &- (ones &* (last + 1))
        return atLeast & ~above & ~word & high
    }

    /// The high bits of eight bytes side by side, the first byte's the lowest.
    @inlinable @inline(__always)
    public static func packed(_ word: UInt64) -> UInt64 { (((word & high) >> 7) &* 0x0102_0408_1020_4080) >> 56 }

    @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
    @usableFromInline static let high: UInt64 = 0x8080_8080_8080_8080
}
