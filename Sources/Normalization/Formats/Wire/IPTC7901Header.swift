internal import UnicodeText

/// The header line of an IPTC 7901 message: source and number, priority, category, word count, and what more the
/// agency adds: `ecp0007 4 s 850  dpa 0908`.
enum IPTC7901Header {
    /// The header line of a text that begins with one; without SOH before it, its fields must leave no doubt.
    static func find(in text: UTF8Text) -> ByteRange? {
        // Message and header stand at the very start.
        let limit = min(text.count, 256)
        var offset = 0
        var hasMark = false
        while offset < limit, text.bytes[offset] <= 0x20 {
            if text.bytes[offset] == 0x01 { hasMark = true }
            offset += 1
        }
        let end = text.bytes[offset..<limit].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? limit
        let line = WireLine(offset..<end, of: text).inner
        return matches(text.bytes[line], isStrict: !hasMark) ? line : nil
    }

    static func matches(_ line: ArraySlice<UInt8>, isStrict: Bool) -> Bool {
        var scanner = WireScanner(line)
        guard scanner.letters(isStrict ? 2...4 : 0...8), scanner.digits(isStrict ? 3...4 : 1...6),
            scanner.blanks(1...2),
            scanner.digits(1...1), scanner.blanks(1...2), scanner.letters(1...3), scanner.blanks(1...2),
            scanner.digits(isStrict ? 2...5 : 1...6)
        else { return false }
        return scanner.isAtEnd || scanner.blanks(1...4)
    }
}
