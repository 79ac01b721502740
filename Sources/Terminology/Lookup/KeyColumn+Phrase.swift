internal import UnicodeText

extension KeyColumn {
    /// Calls `found` with the numbers of the keys that hold a phrase as whole words, ascending. O(bytes).
    func forEachKey(with phrase: UTF8Text, _ found: (Int) -> Void) {
        guard let first = phrase.bytes.first, let last = phrase.bytes.last, count > 0 else { return }
        let end = Int(ends.start[count - 1])
        phrase.bytes.withUnsafeBytes { phrase in
            // The key looked at, and the first byte not known to be of no further use.
            var (number, open) = (0, 0)
            func look(at start: Int) {
                guard start >= open else { return }
                let place = UnsafeRawBufferPointer(start: bytes.start + start, count: phrase.count)
                guard sameBytes(place, phrase) else { return }
                while Int(ends.start[number]) <= start { number += 1 }
                let (key, end) = (range(number), start + phrase.count)
                // Not across two keys.
                guard end <= key.upperBound, !isInsideWord(start, key), !isInsideWord(end, key) else { return }
                found(number)
                open = key.upperBound
            }
            forEachPlace(before: end, first, last, apart: phrase.count - 1, look)
        }
    }

    /// The places of a byte that has another one so far behind it, ascending, and perhaps some more. O(bytes).
    ///
    /// A place in 250 or so has both in most texts, where one in ten has the first: most bytes are looked at 32 at a time and never
    /// one by one.
    @inline(__always)
    private func forEachPlace(
        before end: Int, _ first: UInt8, _ last: UInt8, apart: Int, _ look: (Int) -> Void
    ) {
        let base = UnsafeRawPointer(bytes.start)
        let (ones, highs) = (UInt64(0x0101_0101_0101_0101), UInt64(0x8080_8080_8080_8080))
        let firsts = SIMD4<UInt64>(repeating: ones &* UInt64(first))
        let lasts = SIMD4<UInt64>(repeating: ones &* UInt64(last))
        let (low, high) = (SIMD4<UInt64>(repeating: ones), SIMD4<UInt64>(repeating: highs))
        var offset = 0
        while offset + 32 + apart <= end {
            let front = base.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
            let back = base.loadUnaligned(fromByteOffset: offset + apart, as: SIMD4<UInt64>.self)
            // A byte is nothing where both are what they should be; the lowest of them is marked for certain, and none is missed.
            let rest = (front ^ firsts) | (back ^ lasts)
            let marks = (rest &- low) & ~rest & high
            if marks[0] | marks[1] | marks[2] | marks[3] != 0 {
                for lane in 0..<4 {
                    var bits = UInt64(littleEndian: marks[lane])
                    while bits != 0 {
                        look(offset + 8 * lane + bits.trailingZeroBitCount / 8)
                        bits &= bits &- 1
                    }
                }
            }
            offset += 32
        }
        while offset + apart < end {
            if bytes.start[offset] == first, bytes.start[offset + apart] == last { look(offset) }
            offset += 1
        }
    }

    /// As `UTF8Text.isInsideWord`, for a place in a key. O(1).
    private func isInsideWord(_ offset: Int, _ key: Range<Int>) -> Bool {
        guard offset > key.lowerBound, offset < key.upperBound else { return false }
        let (before, behind) = (bytes.start[offset - 1], bytes.start[offset])
        if before == 0x20 || behind == 0x20 { return false }
        if ASCIIWord.contains(before), ASCIIWord.contains(behind) { return true }
        // The two characters alone: a key may be long.
        var (start, end) = (offset - 1, offset + 1)
        while start > key.lowerBound, offset - start < 4, bytes.start[start] & 0xC0 == 0x80 { start -= 1 }
        while end < key.upperBound, end - offset < 4, bytes.start[end] & 0xC0 == 0x80 { end += 1 }
        guard let text = UTF8Text(validating: Array(bytes.elements[start..<end])) else { return true }
        return text.isInsideWord(offset - start)
    }
}
