/// Vowels of Mac OS Roman that were read as ISO 8859-1 and are C1 controls now: "Coatl\u{87}n" for "Coatlán".
///
/// A control inside a word is windows-1252 elsewhere ("it\u{92}s"), so one that is a dagger or nothing there must come
/// first, or a quote that stands between consonants where no language has an apostrophe.
enum MacintoshVowels {
    static func found(in segment: MojibakeSegment) -> [MisreadSequence]? {
        var places: [Int] = []
        var isCertain = false
        for (index, scalar) in segment.scalars.enumerated() where 0x80...0x9F ~= scalar {
            guard isInsideWord(index, in: segment) else { continue }
            places.append(index)
            if noLetterOrMark(scalar) || scalar == 0x92 && isBetweenConsonants(index, in: segment) { isCertain = true }
        }
        guard isCertain else { return nil }
        return places.compactMap { index in
            SingleByteEncoding.macRoman.scalar(for: UInt8(segment.scalars[index])).map {
                MisreadSequence(range: index..<index + 1, meant: $0.value)
            }
        }
    }

    private static func isInsideWord(_ index: Int, in segment: MojibakeSegment) -> Bool {
        index > 0 && index + 1 < segment.count && isSmall(segment.scalars[index - 1])
            && isSmall(segment.scalars[index + 1])
    }

    /// Undefined, a dagger, a per-mille sign or a capital in windows-1252; a small letter in Mac OS Roman.
    private static func noLetterOrMark(_ byte: UInt32) -> Bool {
        [0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8D, 0x8E, 0x8F, 0x90, 0x9D, 0x9F].contains(byte)
    }

    /// At least two letters before and three after, so that "gov't" and "rock'n'roll" stay.
    private static func isBetweenConsonants(_ index: Int, in segment: MojibakeSegment) -> Bool {
        guard index >= 2, index + 3 < segment.count else { return false }
        let letters = [index - 2, index - 1, index + 1, index + 2, index + 3].map { segment.scalars[$0] }
        return letters.allSatisfy { isSmall($0 | 0x20) } && isConsonant(letters[1]) && isConsonant(letters[2])
    }

    private static func isSmall(_ scalar: UInt32) -> Bool { 0x61...0x7A ~= scalar }

    private static func isConsonant(_ scalar: UInt32) -> Bool {
        ![0x61, 0x65, 0x69, 0x6F, 0x75, 0x79].contains(scalar)
    }
}
