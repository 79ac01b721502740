/// SipHash-1-3 (Aumasson, Bernstein 2012): for hashes that are stored, which Swift's own, seeded anew in each process,
/// cannot be.
public struct SipHash {
    private var v0: UInt64 = 0x736f_6d65_7073_6575
    private var v1: UInt64 = 0x646f_7261_6e64_6f6d
    private var v2: UInt64 = 0x6c79_6765_6e65_7261
    private var v3: UInt64 = 0x7465_6462_7974_6573

    /// Bytes taken, and those of the last word that are no whole one.
    private var length: UInt64 = 0
    private var word: UInt64 = 0

    public init(seed: UInt64 = 0) {
        v0 ^= seed
        v2 ^= seed
    }

    private mutating func round() {
        v0 &+= v1
        v1 = (v1 << 13 | v1 >> 51) ^ v0
        v0 = v0 << 32 | v0 >> 32
        v2 &+= v3
        v3 = (v3 << 16 | v3 >> 48) ^ v2
        v0 &+= v3
        v3 = (v3 << 21 | v3 >> 43) ^ v0
        v2 &+= v1
        v1 = (v1 << 17 | v1 >> 47) ^ v2
        v2 = v2 << 32 | v2 >> 32
    }

    private mutating func take(_ word: UInt64) {
        v3 ^= word
        round()
        v0 ^= word
    }

    /// Takes the next bytes. O(n).
    public mutating func combine(_ bytes: UnsafeRawBufferPointer) {
        var offset = 0
        while length % 8 != 0, offset < bytes.count {
            addToWord(bytes[offset])
            offset += 1
        }
        while offset + 8 <= bytes.count {
            take(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            offset += 8
            length &+= 8
        }
        while offset < bytes.count {
            addToWord(bytes[offset])
            offset += 1
        }
    }

    private mutating func addToWord(_ byte: UInt8) {
        word |= UInt64(byte) << (8 * (length % 8))
        length &+= 1
        if length % 8 == 0 {
            take(word)
            word = 0
        }
    }

    /// The hash of all that was taken. O(1).
    public consuming func finalize() -> UInt64 {
        take(length << 56 | word)
        v2 ^= 0xFF
        for _ in 0..<3 { round() }
        return v0 ^ v1 ^ v2 ^ v3
    }

    /// The hash of some bytes. O(n).
    ///
    /// - Parameter seed: Half of the key, the other half is the same; where input may be made to collide, one that
    ///   nobody outside knows. 0 gives hashes that are the same everywhere.
    public static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
        var state = SipHash(seed: seed)
        state.combine(bytes)
        return state.finalize()
    }

    public static func hash(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
        bytes.withUnsafeBytes { hash($0, seed: seed) }
    }
}
