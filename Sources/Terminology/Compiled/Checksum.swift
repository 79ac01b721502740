/// A checksum in four lanes (the round of XXH64, Collet 2014), so that a file of many megabytes is checked in milliseconds:
/// `SipHash` takes one word after another. Any change within eight bytes is found, others but for one of 2⁶⁴.
enum Checksum {
    private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    /// O(n).
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var (one, two, three, four) = (prime1 &+ prime2, prime2, UInt64(0), UInt64(0) &- prime1)
        var offset = 0
        while offset + 32 <= bytes.count {
            one = round(one, word(bytes, offset))
            two = round(two, word(bytes, offset + 8))
            three = round(three, word(bytes, offset + 16))
            four = round(four, word(bytes, offset + 24))
            offset += 32
        }
        var sum = UInt64(bytes.count)
        for lane in [one, two, three, four] { sum = round(sum, lane) }
        while offset < bytes.count {
            sum = round(sum, UInt64(bytes[offset]))
            offset += 1
        }
        return sum ^ sum >> 33
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// One to one in the word, whatever the lane.
    @inline(__always)
    private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        let sum = lane &+ word &* prime2
        return (sum << 31 | sum >> 33) &* prime1
    }
}
