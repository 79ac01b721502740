/// SipHash-1-3 with a fixed key (Aumasson, Bernstein 2012): the hash texts are looked up by in a memory.
///
/// The key is fixed so that hashes of two memories can be compared. O(n).
struct TextHash {
    private var v0: UInt64 = 0x736f_6d65_7073_6575
    private var v1: UInt64 = 0x646f_7261_6e64_6f6d
    private var v2: UInt64 = 0x6c79_6765_6e65_7261
    private var v3: UInt64 = 0x7465_6462_7974_6573

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

    static func hash(_ bytes: [UInt8]) -> Int64 {
        var state = TextHash()
        bytes.withUnsafeBytes { raw in
            var offset = 0
            while offset + 8 <= raw.count {
                state.take(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
                offset += 8
            }
            var last = UInt64(raw.count & 0xFF) << 56
            for index in offset..<raw.count { last |= UInt64(raw[index]) << UInt64(8 * (index - offset)) }
            state.take(last)
        }
        state.v2 ^= 0xFF
        for _ in 0..<3 { state.round() }
        return Int64(bitPattern: state.v0 ^ state.v1 ^ state.v2 ^ state.v3)
    }
}
