/// The charset that a line of a header names: `Content-Type: text/plain; charset=…`.
enum POCharset {
    /// Where its name is, from its first byte to the one before a blank, quote, backslash or semicolon, in escaped text as in
    /// plain text; `nil` where the line names none.
    static func range(in line: ArraySlice<UInt8>) -> Range<Int>? {
        guard let field = end(of: "content-type:", in: line), let start = end(of: "charset=", in: line[field...]) else {
            return nil
        }
        let name = line[start...].prefix { byte in
            byte > 0x20 && byte < 0x7F
                && ![UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: ";")].contains(byte)
        }
        return start..<name.endIndex
    }

    /// The offset behind the first place of a word, in letters of either case.
    private static func end(of word: StaticString, in line: ArraySlice<UInt8>) -> Int? {
        let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        return line.indices.first { line[$0...].starts(with: word, by: isSame) }.map { $0 + word.count }
    }

    private static func isSame(_ byte: UInt8, _ small: UInt8) -> Bool {
        byte == small || byte >= 0x41 && byte <= 0x5A && byte | 0x20 == small
    }
}
