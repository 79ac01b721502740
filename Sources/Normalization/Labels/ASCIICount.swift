internal import UnicodeText

/// What is counted in a line of ASCII, eight bytes a step: letters, digits and words as `LineFeatures` knows them.
struct ASCIICount {
    private(set) var letters = 0
    private(set) var digits = 0
    private(set) var words = 0
    private(set) var capitalized = 0
    private(set) var inner = 0
    private(set) var separators = 0

    /// - Parameter bytes: ASCII only.
    init(_ bytes: UnsafeRawBufferPointer) {
        // Whether the byte before goes on into a word, in the lowest bit of a byte.
        var carry: UInt64 = 0
        var offset = 0
        while offset < bytes.count {
            // Sums of one bit a byte and word cannot overflow a byte within 255 words.
            let end = min(bytes.count, offset + 8 * 255)
            var sums = Sums()
            while offset < end {
                sums.take(ASCIIWord.load(bytes, at: offset), &carry)
                offset += 8
            }
            letters += Self.sum(sums.letters)
            digits += Self.sum(sums.digits)
            words += Self.sum(sums.words)
            capitalized += Self.sum(sums.capitalized)
            inner += Self.sum(sums.inner)
            separators += Self.sum(sums.separators)
        }
    }

    private struct Sums {
        var letters: UInt64 = 0
        var digits: UInt64 = 0
        var words: UInt64 = 0
        var capitalized: UInt64 = 0
        var inner: UInt64 = 0
        var separators: UInt64 = 0

        /// Zero bytes are neither letters nor signs.
        @inline(__always)
        mutating func take(_ word: UInt64, _ carry: inout UInt64) {
            let upper = within(word, 0x41, 0x5A)
            let figures = within(word, 0x30, 0x39)
            let letter = upper | within(word, 0x61, 0x7A) | figures
            // An apostrophe or a hyphen goes on with a word; so begins none behind it.
            let inside = letter | equal(word, 0x27) | equal(word, 0x2D)
            let start = letter & ~(inside << 8 | carry)
            carry = inside >> 56
            letters &+= letter
            digits &+= figures
            words &+= start
            capitalized &+= start & upper
            inner &+= equal(word, 0x2C) | equal(word, 0x3B)
            separators &+= equal(word, 0x7C) | equal(word, 0x2F) | equal(word, 0x3E)
        }

        /// The lowest bit of each byte from `low` to `high`.
        @inline(__always)
        private func within(_ word: UInt64, _ low: UInt64, _ high: UInt64) -> UInt64 {
            ASCIIWord.within(word, low, high) >> 7
        }

        @inline(__always)
        private func equal(_ word: UInt64, _ byte: UInt64) -> UInt64 { within(word, byte, byte) }
    }

    /// The sum of the bytes of a word.
    private static func sum(_ word: UInt64) -> Int {
        let even = word & 0x00FF_00FF_00FF_00FF
        let odd = word >> 8 & 0x00FF_00FF_00FF_00FF
        return Int(((even &+ odd) &* 0x0001_0001_0001_0001) >> 48)
    }
}
