internal import UnicodeText

/// Bytes to find in bytes in linear time, whatever they are (Knuth, Morris, Pratt 1977).
struct BytePattern {
    let bytes: [UInt8]
    /// For each prefix the length of its longest proper border.
    private let borders: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var borders = [Int](repeating: 0, count: bytes.count)
        var length = 0
        for index in bytes.indices.dropFirst() {
            while length > 0, bytes[index] != bytes[length] { length = borders[length - 1] }
            if bytes[index] == bytes[length] { length += 1 }
            borders[index] = length
        }
        self.borders = borders
    }

    /// The first place at or after `start`.
    func firstRange(in text: [UInt8], from start: Int = 0) -> ByteRange? {
        guard let first = bytes.first, text.count - start >= bytes.count else { return nil }
        return text.withUnsafeBufferPointer { text in
            bytes.withUnsafeBufferPointer { pattern in
                var matched = 0
                var index = start
                while index < text.count {
                    let byte = text[index]
                    if matched == 0 {
                        index += 1
                        if byte == first { matched = 1 }
                    } else if byte == pattern[matched] {
                        index += 1
                        matched += 1
                    } else {
                        matched = borders[matched - 1]
                        continue
                    }
                    if matched == pattern.count { return index - matched..<index }
                }
                return nil
            }
        }
    }
}
