internal import UnicodeText

/// The words of a text as hashes, in order: runs of letters, marks and digits, and single characters where words are
/// not spaced. Quotes, blanks and all other signs only part words.
enum WordHashes {
    /// O(n).
    static func hashes(of folded: UTF8Text) -> [UInt64] {
        var found: [UInt64] = []
        var hash = start
        var isInWord = false
        func close() {
            if isInWord { found.append(hash) }
            hash = start
            isInWord = false
        }
        for placed in folded.placedScalars {
            let scalar = placed.scalar
            // Soft hyphens and joiners stand inside words.
            if scalar == "\u{AD}" || (0x200B...0x200F).contains(scalar.value) { continue }
            guard scalar.isLetter || scalar.kind == .mark || scalar.kind == .digit else {
                close()
                continue
            }
            if scalar.isUnspaced { close() }
            hash = mix(hash, UInt64(scalar.value))
            isInWord = true
            if scalar.isUnspaced { close() }
        }
        close()
        return found
    }

    /// Every run of `count` words as one hash; none if there are fewer. O(words × count).
    static func shingles(of words: [UInt64], count: Int) -> [UInt64] {
        guard words.count >= count else { return [] }
        return (0...words.count - count).map { first in
            words[first..<first + count].reduce(start) { mix($0, $1) }
        }
    }

    /// Share of words that two texts have in common, 0...1: twice the common ones by all (Dice 1945).
    static func likeness(_ left: [UInt64], _ right: [UInt64]) -> Double {
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        var counts: [UInt64: Int] = [:]
        for word in left { counts[word, default: 0] += 1 }
        var common = 0
        for word in right {
            guard let count = counts[word], count > 0 else { continue }
            counts[word] = count - 1
            common += 1
        }
        return 2 * Double(common) / Double(left.count + right.count)
    }

    /// FNV-1a's constants, 64 bits.
    private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
    private static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
        // Hashes of words are mixed too: their upper half must count.
        let mixed = (hash ^ value) &* 0x100_0000_01b3
        return mixed ^ mixed >> 29
    }
}
