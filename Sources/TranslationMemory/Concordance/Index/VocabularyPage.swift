/// Words, each with a line feed behind it.
struct VocabularyPage {
    private let bytes: [UInt8]

    static let size = 1 << 16
    static let end: UInt8 = 0x0A

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The words in which a pattern occurs. O(n).
    func forEachWord(with pattern: BytePattern, _ found: (ArraySlice<UInt8>) -> Void) {
        var offset = 0
        while let range = pattern.firstRange(in: bytes, from: offset) {
            var start = range.lowerBound
            while start > 0, bytes[start - 1] != Self.end { start -= 1 }
            let end = bytes[range.upperBound...].firstIndex(of: Self.end) ?? bytes.count
            found(bytes[start..<end])
            offset = end
        }
    }

    func forEachWord(_ found: (ArraySlice<UInt8>) -> Void) {
        for word in bytes.split(separator: Self.end) { found(word) }
    }
}
