internal import UnicodeText

/// All that a pass over a line of ASCII tells, eight bytes a step: what `LineFeatures` counts, whether the line is settled
/// (`SettledLine`), and as by-products the folded line, its hash and where its words start (`WordStarts`).
struct ASCIIScan {
    private(set) var letters = 0
    private(set) var digits = 0
    private(set) var words = 0
    private(set) var capitalized = 0
    private(set) var inner = 0
    private(set) var separators = 0
    private(set) var hash: KeyedHash
    private(set) var isSettled = false

    /// `nil` for a line that is not ASCII.
    ///
    /// - Parameters:
    ///   - folded: as long as the line, rounded up to eight bytes.
    ///   - starts: a bit for each byte.
    init?(
        _ bytes: UnsafeRawBufferPointer, folded: UnsafeMutableRawBufferPointer,
        starts: UnsafeMutableBufferPointer<UInt64>
    ) {
        precondition(folded.count >= bytes.count && starts.count * 64 >= bytes.count)
        hash = KeyedHash(count: bytes.count)
        var state = State()
        let whole = bytes.count & ~7
        var offset = 0
        while offset < whole {
            // Sums of one bit a byte and word cannot overflow a byte within 255 words.
            let end = min(whole, offset + 8 * 255)
            var sums = Sums()
            while offset < end {
                let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
                if word & Self.high != 0 { return nil }
                step(word, padding: 0, offset, &state, &sums, folded, starts)
                offset += 8
            }
            add(sums)
        }
        if whole < bytes.count {
            let word = ASCIIWord.load(bytes, at: whole)
            if word & Self.high != 0 { return nil }
            // Behind the end there is nothing that could unsettle the line.
            let padding = Self.each(0x7E) << UInt64(8 * (bytes.count - whole))
            var sums = Sums()
            step(word, padding: padding, whole, &state, &sums, folded, starts)
            add(sums)
        }
        isSettled =
            state.faults & Self.high == 0 && !bytes.isEmpty && bytes[0] != 0x20 && bytes[bytes.count - 1] != 0x20
    }

    /// What goes on from one step to the next: the last byte of a mask, as the first of the next.
    private struct State {
        var inWord: UInt64 = 0
        var alphanumeric: UInt64 = 0
        var blank: UInt64 = 0
        /// High bits where something may have to be cleaned.
        var faults: UInt64 = 0
    }

    private struct Sums {
        var letters: UInt64 = 0
        var digits: UInt64 = 0
        var words: UInt64 = 0
        var capitalized: UInt64 = 0
        var inner: UInt64 = 0
        var separators: UInt64 = 0
    }

    /// Zero bytes are neither letters nor signs.
    @inline(__always)
    private mutating func step(
        _ word: UInt64, padding: UInt64, _ offset: Int, _ state: inout State, _ sums: inout Sums,
        _ folded: UnsafeMutableRawBufferPointer, _ starts: UnsafeMutableBufferPointer<UInt64>
    ) {
        let upper = within(word, 0x41, 0x5A)
        let figures = within(word, 0x30, 0x39)
        let letter = within(word | Self.each(0x20), 0x61, 0x7A) | figures
        // An apostrophe or a hyphen goes on with a word; so begins none behind it.
        let inWord = letter | equal(word, 0x27) | equal(word, 0x2D)
        let start = letter & ~(inWord << 8 | state.inWord)
        sums.letters &+= letter >> 7
        sums.digits &+= figures >> 7
        sums.words &+= start >> 7
        sums.capitalized &+= (start & upper) >> 7
        sums.inner &+= (equal(word, 0x2C) | equal(word, 0x3B)) >> 7
        sums.separators &+= (equal(word, 0x7C) | equal(word, 0x2F) | equal(word, 0x3E)) >> 7

        let lower = word | upper >> 2
        folded.storeBytes(of: lower.littleEndian, toByteOffset: offset, as: UInt64.self)
        hash.take(lower)
        // What is no blank and no control, but for the inside of words.
        let shown = (word &+ Self.each(0x5F)) & Self.high
        let place = ~(letter & (letter << 8 | state.alphanumeric)) & shown
        let bits = ASCIIWord.packed(place) << UInt64(offset & 63)
        if offset & 63 == 0 { starts[offset >> 6] = bits } else { starts[offset >> 6] |= bits }

        let blank = equal(word, 0x20)
        let seen = word | padding
        // Below 0x20 a byte borrows; 0x7F carries.
        state.faults |= (seen &- Self.each(0x20)) | (seen &+ Self.each(0x01))
        state.faults |= blank & (blank << 8 | state.blank) | equal(word, 0x26)
        state.blank = blank >> 56
        state.inWord = inWord >> 56
        state.alphanumeric = letter >> 56
    }

    private mutating func add(_ sums: Sums) {
        letters += Self.sum(sums.letters)
        digits += Self.sum(sums.digits)
        words += Self.sum(sums.words)
        capitalized += Self.sum(sums.capitalized)
        inner += Self.sum(sums.inner)
        separators += Self.sum(sums.separators)
    }

    private static let high: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    private static func each(_ byte: UInt64) -> UInt64 { 0x0101_0101_0101_0101 &* byte }

    /// The high bit of each byte from `low` to `last`. No sum leaves its byte, for all are ASCII.
    @inline(__always)
    private func within(_ word: UInt64, _ low: UInt64, _ last: UInt64) -> UInt64 {
        (word &+ Self.each(0x80 - low)) & ~(word &+ Self.each(0x7F - last)) & Self.high
    }

    @inline(__always)
    private func equal(_ word: UInt64, _ byte: UInt64) -> UInt64 {
        ~((word ^ Self.each(byte)) &+ Self.each(0x7F)) & Self.high
    }

    /// The sum of the bytes of a word.
    private static func sum(_ word: UInt64) -> Int {
        let even = word & 0x00FF_00FF_00FF_00FF
        let odd = word >> 8 & 0x00FF_00FF_00FF_00FF
        return Int(((even &+ odd) &* 0x0001_0001_0001_0001) >> 48)
    }
}
