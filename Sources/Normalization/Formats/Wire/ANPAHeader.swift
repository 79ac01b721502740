internal import UnicodeText

/// The two header lines of an ANPA-1312 message: level and number with the selector, then priority, category, version
/// with keyword, date and word count: `a0123----` and `r i BC-Summit 10-20 0450`.
enum ANPAHeader {
    /// Both lines of a text that begins with them.
    static func find(in text: UTF8Text) -> ByteRange? {
        let limit = min(text.count, 400)
        var offset = 0
        var hasMark = false
        while offset < limit, text.bytes[offset] <= 0x20 {
            if text.bytes[offset] == 0x01 { hasMark = true }
            offset += 1
        }
        let lines = WireLine.lines(of: text, in: offset..<limit).filter { !$0.isBlank }
        guard lines.count > 1, isFirst(text.bytes[lines[0].inner]) else { return nil }
        guard isSecond(text.bytes[lines[1].inner], isStrict: !hasMark) else { return nil }
        return lines[0].inner.lowerBound..<lines[1].inner.upperBound
    }

    private static func isFirst(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= 24 else { return false }
        var scanner = WireScanner(line)
        guard scanner.letters(1...1), scanner.digits(4...4) else { return false }
        return line.dropFirst(5).allSatisfy { $0 < 0x20 || $0 == UInt8(ascii: "-") || isAlphanumeric($0) }
    }

    private static func isSecond(_ line: ArraySlice<UInt8>, isStrict: Bool) -> Bool {
        var scanner = WireScanner(line)
        guard line.count <= 120, scanner.letters(1...1), scanner.blanks(1...1), scanner.letters(1...1) else {
            return false
        }
        // Date and word count close the line: `10-20 0450`.
        let fields = line.split { $0 <= 0x20 }
        guard fields.count >= 4, let count = fields.last, (2...5).contains(count.count), count.allSatisfy(isDigit),
            isDate(fields[fields.count - 2])
        else { return false }
        guard isStrict else { return true }
        // Cycle and keyword.
        return fields[2].count > 3 && fields[2].dropFirst(2).first == UInt8(ascii: "-")
    }

    private static func isDate(_ field: ArraySlice<UInt8>) -> Bool {
        var scanner = WireScanner(field)
        return scanner.digits(1...2) && scanner.sign("-") && scanner.digits(1...2) && scanner.isAtEnd
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) }
}
