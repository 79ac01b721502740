internal import UnicodeText

/// The places in case-folded text where a phrase may begin: where words of ASCII begin, and any other character that is no
/// blank. A bit for each byte.
enum WordStarts {
    /// O(n), eight bytes a step.
    static func find(in bytes: UnsafeRawBufferPointer, _ starts: inout [UInt64]) {
        let count = (bytes.count + 63) / 64
        if starts.count < count { starts = [UInt64](repeating: 0, count: max(8, count * 2)) }
        var carry: UInt64 = 0
        var bits: UInt64 = 0
        for offset in stride(from: 0, to: bytes.count, by: 8) {
            let word = ASCIIWord.load(bytes, at: offset)
            let inside = ASCIIWord.alphanumerics(word)
            // Blanks, and the zeroes behind the end, are no places; bytes from 80 to BF go on with a character.
            let hidden = ASCIIWord.within(word, 0, 0x20) | word & ~(word << 1)
            let place = ~(inside & (inside << 8 | carry) | hidden) & 0x8080_8080_8080_8080
            carry = inside >> 56
            bits |= ASCIIWord.packed(place) << UInt64(offset & 63)
            if offset & 63 == 56 || offset + 8 >= bytes.count {
                starts[offset >> 6] = bits
                bits = 0
            }
        }
    }
}
