internal import UnicodeText

/// Knows the text of a message pasted without its header: quoted-printable (RFC 2045, section 6.7) and nothing else.
enum QuotedPrintableText {
    /// Whether every "=" of an ASCII text is an escape or ends a line, lines are no longer than the standard has them,
    /// and at least two characters outside ASCII are escaped, all well-formed UTF-8. O(n).
    static func matches(_ text: UTF8Text) -> Bool {
        let bytes = text.bytes
        guard isASCII(bytes), holds(UInt8(ascii: "="), in: bytes),
            let first = bytes.firstIndex(of: UInt8(ascii: "="))
        else { return false }
        var escaped: [UInt8] = []
        var characters = 0
        var offset = first
        while let sign = bytes[offset...].firstIndex(of: UInt8(ascii: "=")) {
            let isAdjacent = sign == offset
            let count = escaped.count
            guard let next = escape(bytes, sign, &escaped) else { return false }
            offset = next
            guard escaped.count > count, let value = escaped.last else { continue }
            if value & 0xC0 == 0xC0 { characters += 1 }
            // A character does not go on behind a letter.
            if !isAdjacent, value & 0xC0 == 0x80 { return false }
        }
        return characters >= 2 && UTF8Validation.firstError(in: escaped) == nil && hasShortLines(bytes)
    }

    /// Behind an escape or a soft line break; the escaped byte is added.
    private static func escape(_ bytes: [UInt8], _ sign: Int, _ escaped: inout [UInt8]) -> Int? {
        guard sign + 1 < bytes.count else { return sign + 1 }
        if bytes[sign + 1] == 0x0A { return sign + 2 }
        guard sign + 2 < bytes.count else { return nil }
        if bytes[sign + 1] == 0x0D { return bytes[sign + 2] == 0x0A ? sign + 3 : sign + 2 }
        guard let high = TransferEncoding.hexadecimal(bytes[sign + 1]),
            let low = TransferEncoding.hexadecimal(bytes[sign + 2])
        else { return nil }
        escaped.append(high << 4 | low)
        return sign + 3
    }

    private static func hasShortLines(_ bytes: [UInt8]) -> Bool {
        var start = 0
        while let end = bytes[start...].firstIndex(of: 0x0A) {
            if end - start > 78 { return false }
            start = end + 1
        }
        return bytes.count - start <= 78
    }
}
