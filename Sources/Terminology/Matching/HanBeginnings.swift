internal import UnicodeText

/// The Han characters that begin terms, as bits: of those of a text few do, and each of them may.
final class HanBeginnings {
    private static let first = 0x3400
    private static let last = 0x9FFF

    private var bits: UnsafeMutablePointer<UInt64>?

    deinit { bits?.deallocate() }

    /// The bits, made when they are first asked for. O(words of the matcher) once.
    func bits(of matcher: TermMatcher) -> UnsafePointer<UInt64> {
        if let bits { return UnsafePointer(bits) }
        let count = (Self.last - Self.first) / 64 + 1
        let made = UnsafeMutablePointer<UInt64>.allocate(capacity: count)
        made.initialize(repeating: 0, count: count)
        let (roots, words) = (matcher.tree.roots, matcher.index.words)
        for number in 0..<min(roots.count, words.count) where roots.start[number] >= 0 {
            let word = words.start[number]
            guard WordKind(rawValue: word.kind).contains(.unspaced), word.count >= 3 else { continue }
            let key = matcher.index.bytes.start + Int(word.key)
            let entry = UInt32(key[0]) | UInt32(key[1]) << 8 | UInt32(key[2]) << 16
            if let index = Self.index(3 << 24 | entry) { made[index >> 6] |= 1 << UInt64(index & 63) }
        }
        bits = made
        return UnsafePointer(made)
    }

    /// Whether a character begins no term, told by its entry in the table; false also of characters that are no Han.
    @inline(__always)
    static func beginsNone(_ entry: UInt32, _ bits: UnsafePointer<UInt64>) -> Bool {
        guard let index = index(entry) else { return false }
        return bits[index >> 6] & 1 << UInt64(index & 63) == 0
    }

    @inline(__always)
    private static func index(_ entry: UInt32) -> Int? {
        guard entry & (FoldTable.isExpansion | 3 << 24) == 3 << 24 else { return nil }
        let (lead, second, third) = (entry & 0x0F, entry >> 8 & 0x3F, entry >> 16 & 0x3F)
        let value = Int(lead << 12 | second << 6 | third)
        return value >= first && value <= last ? value - first : nil
    }
}

extension TokenReader {
    /// Whether a character of U+4000 to U+9FFF begins at an offset: none of them belongs to the one before it.
    @inline(__always)
    func isHan(_ offset: Int) -> Bool { offset < count && byte(at: offset) &- 0xE4 < 6 }
}
