internal import UnicodeText

/// The bytes of a text for the length of a call: valid UTF-8, of which no references are counted.
struct BorrowedText {
    let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var count: Int { bytes.count }
    var isEmpty: Bool { bytes.isEmpty }
    var raw: UnsafeRawBufferPointer { UnsafeRawBufferPointer(bytes) }

    subscript(range: ByteRange) -> BorrowedText { BorrowedText(UnsafeBufferPointer(rebasing: bytes[range])) }

    /// A copy that stays.
    var copy: UTF8Text { UTF8Text(unchecked: Array(bytes)) }

    /// The code point that starts at a byte offset, and its length in bytes. O(1).
    @inline(__always)
    func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) { decodeScalar(bytes, at: offset) }

    /// The code point that ends just before a byte offset, and its length in bytes. O(1).
    @inline(__always)
    func scalar(before offset: Int) -> (scalar: Unicode.Scalar, length: Int) { decodeScalar(bytes, before: offset) }

    /// The first offset at or behind another where no white space stands, the end of the text if all is.
    func skippingBlanks(from start: Int) -> Int { endOfBlanks(bytes, from: start) }

    /// Whether all is white space.
    var isBlank: Bool { skippingBlanks(from: 0) == count }

    /// Whether an offset stands between two characters of one word in a script that parts its words by spaces.
    @inline(__always)
    func isInsideSpacedWord(_ offset: Int) -> Bool {
        guard offset > 0, offset < count else { return false }
        // Most text is ASCII, and two compares tell.
        let before = bytes[offset - 1]
        let after = bytes[offset]
        if before < 0x80, !ASCIIWord.contains(before) { return false }
        if after < 0x80, !ASCIIWord.contains(after) { return false }
        if before | after < 0x80 { return true }
        return scalar(before: offset).scalar.isOfSpacedWord && scalar(at: offset).scalar.isOfSpacedWord
    }

    /// Whether it is an address of the web and nothing else.
    var isAddress: Bool {
        let beginnings = [StaticString("http://"), "https://", "www."]
        return beginnings.contains { starts(with: $0) } && !bytes.contains(0x20)
    }

    private func starts(with beginning: StaticString) -> Bool {
        bytes.starts(with: UnsafeBufferPointer(start: beginning.utf8Start, count: beginning.utf8CodeUnitCount))
    }

    /// Length in bytes of a typographic apostrophe at an offset: U+2019, U+2018, U+02BC, U+02BB.
    func apostropheLength(at offset: Int) -> Int? {
        if bytes[offset] == 0xE2, offset + 2 < count, bytes[offset + 1] == 0x80, bytes[offset + 2] & 0xFE == 0x98 {
            return 3
        }
        if bytes[offset] == 0xCA, offset + 1 < count, bytes[offset + 1] == 0xBC || bytes[offset + 1] == 0xBB {
            return 2
        }
        return nil
    }
}

extension UTF8Text {
    /// Lends the bytes for the length of a call.
    func borrowed<Result>(_ body: (BorrowedText) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(BorrowedText($0)) }
    }
}

extension Unicode.Scalar {
    /// A letter, mark or number of a script that parts its words by spaces.
    fileprivate var isOfSpacedWord: Bool {
        switch kind {
        case .upper, .lower, .otherLetter, .mark, .digit, .otherNumber: !isUnspaced
        default: false
        }
    }
}
