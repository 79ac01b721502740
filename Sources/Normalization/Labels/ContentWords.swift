internal import UnicodeText

/// The words of a line that tell what it is about: those of four letters and more, by their first seven, and pairs of
/// characters where words are not spaced.
enum ContentWords {
    /// One hash a different word, in order of first appearance. O(n).
    static func hashes(of folded: UTF8Text) -> [UInt64] {
        var found: [UInt64] = []
        var seen: Set<UInt64> = []
        forEach(in: folded) { if seen.insert($0).inserted { found.append($0) } }
        return found
    }

    /// One hash a word, in order. O(n).
    @inline(__always)
    static func forEach(in folded: UTF8Text, _ take: (UInt64) -> Void) {
        folded.bytes.withUnsafeBufferPointer { scan($0, take) }
    }

    @inline(__always)
    private static func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ take: (UInt64) -> Void) {
        var hash = start
        var letters = 0
        var previous: UInt32 = 0
        var offset = 0
        while offset < bytes.count {
            let value: UInt32
            let byte = bytes[offset]
            let isPart: Bool
            if byte < 0x80 {
                value = UInt32(byte)
                offset += 1
                isPart = 0x61...0x7A ~= byte | 0x20
                if isPart, letters >= 7 {
                    previous = 0
                    continue
                }
            } else {
                let (scalar, length) = decodeScalar(bytes, at: offset)
                value = scalar.value
                offset += length
                switch scalar.kind {
                case .upper, .lower, .otherLetter, .mark: isPart = true
                default: isPart = false
                }
                if isPart, scalar.isUnspaced {
                    if letters >= 4 { take(hash) }
                    hash = start
                    letters = 0
                    if previous != 0 { take(mix(mix(start, previous), value)) }
                    previous = value
                    continue
                }
            }
            previous = 0
            guard isPart else {
                if letters >= 4 { take(hash) }
                hash = start
                letters = 0
                continue
            }
            letters += 1
            // Endings differ in most languages; seven letters are enough to tell words apart.
            if letters <= 7 { hash = mix(hash, value) }
        }
        if letters >= 4 { take(hash) }
    }

    /// FNV-1a, 64 bits, over code points.
    private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
    private static func mix(_ hash: UInt64, _ value: UInt32) -> UInt64 { (hash ^ UInt64(value)) &* 0x100_0000_01b3 }
}
