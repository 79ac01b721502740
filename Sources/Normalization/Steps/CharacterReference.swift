internal import UnicodeText

/// One HTML character reference in a text, with what it stands for.
struct CharacterReference {
    /// `nil` for one that is left as it stands.
    let meant: Unicode.Scalar?
    let end: Int

    private static let maximumLength = 34

    /// The reference that begins at an ampersand. O(1) for a reference escaped once.
    init?(in bytes: [UInt8], at start: Int) {
        guard let first = Self.single(in: bytes, at: start) else { return nil }
        guard first.meant == "&" else {
            // JavaScript counts in UTF-16: "&#55357;&#56832;" is one character.
            if Self.isHighSurrogate(first.value) {
                guard let low = Self.single(in: bytes, at: first.end), 0xDC00...0xDFFF ~= low.value,
                    let pair = Unicode.Scalar(0x10000 + ((first.value & 0x3FF) << 10) + (low.value & 0x3FF))
                else { return nil }
                self.init(meant: pair, end: low.end)
                return
            }
            guard let meant = first.meant else { return nil }
            self.init(meant: meant, end: first.end)
            return
        }
        // "&amp;amp;quot;": each ampersand may be one more layer's.
        var end = first.end
        while let inner = Self.single(in: bytes, at: end - 1, isAfterAmpersand: true) {
            guard inner.meant == "&" else {
                let isMarkup = inner.meant == "<" || inner.meant == ">"
                self.init(meant: isMarkup ? nil : inner.meant, end: inner.end)
                return
            }
            end = inner.end
        }
        self.init(meant: "&", end: end)
    }

    private init(meant: Unicode.Scalar?, end: Int) {
        self.meant = meant
        self.end = end
    }

    /// Name or number between "&" and ";", not looked into further.
    private static func single(
        in bytes: [UInt8], at start: Int, isAfterAmpersand: Bool = false
    ) -> (meant: Unicode.Scalar?, value: UInt32, end: Int)? {
        guard start < bytes.count, isAfterAmpersand || bytes[start] == UInt8(ascii: "&") else { return nil }
        let limit = min(bytes.count, start + maximumLength)
        var end = start + 1
        while end < limit, isNameByte(bytes[end]) || bytes[end] == UInt8(ascii: "#") && end == start + 1 { end += 1 }
        guard end < limit, end > start + 1 else { return nil }
        let name = bytes[start + 1..<end]
        if bytes[end] == 0xCD, end + 1 < bytes.count, bytes[end + 1] == 0xBE {
            // The Greek question mark U+037E, which composition makes a semicolon.
            end += 1
        } else if bytes[end] != UInt8(ascii: ";") {
            return nil
        }
        if name.first == UInt8(ascii: "#") {
            guard let value = number(name.dropFirst()) else { return nil }
            return (scalar(value), value, end + 1)
        }
        guard let meant = names[Array(name)] else { return nil }
        return (meant, meant.value, end + 1)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
        let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        let digits = isHexadecimal ? digits.dropFirst() : digits
        guard !digits.isEmpty else { return nil }
        var value: UInt32 = 0
        for digit in digits {
            let figure: UInt32
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): figure = UInt32(digit) - 0x30
            case _ where isHexadecimal && 0x61...0x66 ~= digit | 0x20: figure = UInt32(digit | 0x20) - 0x57
            default: return nil
            }
            value = value * (isHexadecimal ? 16 : 10) + figure
            if value > 0x10FFFF { return nil }
        }
        return value
    }

    /// References to 128...159 mean windows-1252 in every browser (HTML, section 13.2.5.80); controls mean nothing.
    private static func scalar(_ value: UInt32) -> Unicode.Scalar? {
        switch value {
        case 0x09, 0x0A: return Unicode.Scalar(value)
        case 0..<0x20, 0x7F: return nil
        case 0x80...0x9F:
            let meant = SingleByteEncoding.windows1252.scalar(for: UInt8(value))
            return meant.flatMap { $0.value > 0x9F ? $0 : nil }
        default: return Unicode.Scalar(value)
        }
    }

    private static func isHighSurrogate(_ value: UInt32) -> Bool { 0xD800...0xDBFF ~= value }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }

    private static let names: [[UInt8]: Unicode.Scalar] = {
        var result: [[UInt8]: Unicode.Scalar] = [:]
        guard let data = LanguageData.file("normalization/references.txt") else { return result }
        for line in SectionedFile(data).lines("references") {
            guard let blank = line.bytes.firstIndex(of: 0x20),
                let value = number([UInt8(ascii: "x")] + line.bytes[(blank + 1)...]),
                let scalar = Unicode.Scalar(value)
            else { continue }
            result[Array(line.bytes[..<blank])] = scalar
        }
        return result
    }()
}
