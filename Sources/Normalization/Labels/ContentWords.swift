internal import UnicodeText

/// The words of a line that tell what it is about: those of four letters and more, by their first seven, and pairs of
/// characters where words are not spaced.
enum ContentWords {
    /// One hash a different word, in order of first appearance. O(n).
    static func hashes(of folded: UTF8Text) -> [UInt64] {
        var found: [UInt64] = []
        var seen: Set<UInt64> = []
        var hash = start
        var letters = 0
        var previous: Unicode.Scalar?
        func close() {
            if letters >= 4, seen.insert(hash).inserted { found.append(hash) }
            hash = start
            letters = 0
        }
        for placed in folded.placedScalars {
            let scalar = placed.scalar
            guard scalar.isLetter || scalar.kind == .mark else {
                close()
                previous = nil
                continue
            }
            if scalar.isUnspaced {
                close()
                if let previous {
                    let pair = mix(mix(start, previous.value), scalar.value)
                    if seen.insert(pair).inserted { found.append(pair) }
                }
                previous = scalar
                continue
            }
            previous = nil
            letters += 1
            // Endings differ in most languages; seven letters are enough to tell words apart.
            if letters <= 7 { hash = mix(hash, scalar.value) }
        }
        close()
        return found
    }

    /// FNV-1a, 64 bits, over code points.
    private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
    private static func mix(_ hash: UInt64, _ value: UInt32) -> UInt64 { (hash ^ UInt64(value)) &* 0x100_0000_01b3 }
}
