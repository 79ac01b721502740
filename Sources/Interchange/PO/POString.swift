/// Texts in quotes, with the escapes of C.
enum POString {
    /// Appends the text between the quotes, its escapes resolved.
    ///
    /// - Parameter problem: makes the error for what is wrong at an offset.
    /// - Returns: whether a NUL was left out.
    static func append(
        _ content: ArraySlice<UInt8>, to text: inout [UInt8], problem: (Int, String) -> any Error
    ) throws -> Bool {
        guard content.first == UInt8(ascii: "\"") else {
            throw problem(content.startIndex, "a text in quotes is missing")
        }
        var offset = content.startIndex + 1
        var hasNUL = false
        while offset < content.endIndex {
            let byte = content[offset]
            offset += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard content[offset...].allSatisfy({ $0 <= 0x20 }) else {
                    throw problem(offset, "text behind the closing quote")
                }
                return hasNUL
            case UInt8(ascii: "\\"):
                guard let value = escape(content, &offset) else {
                    throw problem(offset - 1, "an escape that PO does not have")
                }
                if value == 0 { hasNUL = true } else { text.append(value) }
            case 0: hasNUL = true
            default: text.append(byte)
            }
        }
        throw problem(content.startIndex, "a quote that is never closed")
    }

    private static func escape(_ content: ArraySlice<UInt8>, _ offset: inout Int) -> UInt8? {
        guard offset < content.endIndex else { return nil }
        let byte = content[offset]
        offset += 1
        switch byte {
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "a"): return 0x07
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "v"): return 0x0B
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "?"): return byte
        case UInt8(ascii: "x"): return number(content, &offset, radix: 16, digits: 2)
        case 0x30...0x37:
            offset -= 1
            return number(content, &offset, radix: 8, digits: 3)
        default: return nil
        }
    }

    private static func number(
        _ content: ArraySlice<UInt8>, _ offset: inout Int, radix: Int, digits: Int
    ) -> UInt8? {
        let found = content[offset...].prefix(digits).prefix { byte in
            Character(Unicode.Scalar(byte)).hexDigitValue.map { $0 < radix } ?? false
        }
        offset += found.count
        return UInt8(String(decoding: found, as: UTF8.self), radix: radix)
    }
}
