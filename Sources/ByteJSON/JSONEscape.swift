/// Escapes in JSON strings (RFC 8259, section 7).
enum JSONEscape {
    /// What a checked escape means and how many bytes it takes; a pair of surrogates is one.
    static func scalar(_ bytes: [UInt8], at offset: Int, before end: Int) -> (scalar: Unicode.Scalar, length: Int) {
        guard offset + 1 < end else { return ("\u{FFFD}", end - offset) }
        switch bytes[offset + 1] {
        case UInt8(ascii: "b"): return ("\u{8}", 2)
        case UInt8(ascii: "f"): return ("\u{C}", 2)
        case UInt8(ascii: "n"): return ("\n", 2)
        case UInt8(ascii: "r"): return ("\r", 2)
        case UInt8(ascii: "t"): return ("\t", 2)
        case UInt8(ascii: "u"):
            guard offset + 6 <= end, let first = hexadecimal(bytes, at: offset + 2) else {
                return ("\u{FFFD}", min(6, end - offset))
            }
            guard first & 0xFC00 == 0xD800 else { return (Unicode.Scalar(first) ?? "\u{FFFD}", 6) }
            if offset + 12 <= end, bytes[offset + 6] == UInt8(ascii: "\\"), bytes[offset + 7] == UInt8(ascii: "u"),
                let second = hexadecimal(bytes, at: offset + 8), second & 0xFC00 == 0xDC00,
                let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF))
            {
                return (scalar, 12)
            }
            return ("\u{FFFD}", 6)
        default: return (Unicode.Scalar(bytes[offset + 1]), 2)
        }
    }

    /// Four digits; there must be as many bytes.
    static func hexadecimal(_ bytes: [UInt8], at offset: Int) -> UInt32? {
        var value: UInt32 = 0
        for byte in bytes[offset..<offset + 4] {
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x41 + 10
            case 0x61...0x66: digit = byte - 0x61 + 10
            default: return nil
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}
