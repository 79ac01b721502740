internal import UnicodeText

/// What XML makes of single bytes (XML 1.0, sections 2.2 to 2.4, 3.1 and 4.1).
extension PlainElementScanner {
    @inline(__always)
    static func byte(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) throws(Stop) -> UInt8 {
        guard offset < bytes.count else { throw .incomplete }
        return bytes[offset]
    }

    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    /// The first offset from another on where no blank stands; there is a byte.
    @inline(__always)
    static func skippingBlanks(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws(Stop) -> Int {
        var offset = start
        while isBlank(try byte(bytes, offset)) { offset += 1 }
        return offset
    }

    /// A name without a colon; behind it there is a byte.
    static func name(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws(Stop) -> Range<Int> {
        let first = try byte(bytes, start)
        guard isLetter(first) || first == UInt8(ascii: "_") else { throw .other }
        var offset = start + 1
        while isOfName(try byte(bytes, offset)) { offset += 1 }
        // Other letters may go on with it.
        guard bytes[offset] < 0x80 else { throw .other }
        return start..<offset
    }

    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    @inline(__always)
    private static func isOfName(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte >= 0x30 && byte <= 0x39 || byte == 0x2D || byte == 0x2E || byte == 0x5F
    }

    static func same(_ bytes: UnsafeBufferPointer<UInt8>, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        for index in 0..<left.count where bytes[left.lowerBound + index] != bytes[right.lowerBound + index] {
            return false
        }
        return true
    }

    static func holds(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ text: StaticString) -> Bool {
        UnsafeBufferPointer(rebasing: bytes[range]).equals(text)
    }

    /// The first offset from another on that text has to be looked at: no printing ASCII, or one of `<`, `&`, `]`. The
    /// end if there is none.
    static func skippingText(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var offset = start
        while offset + ByteLanes.count <= raw.count {
            let vector = ByteLanes(raw, at: offset).vector
            let others = (vector &- ByteLanes.all(0x20)) .>= ByteLanes.all(0x60)
            let marks =
                (vector .== ByteLanes.all(UInt8(ascii: "<"))) .| (vector .== ByteLanes.all(UInt8(ascii: "&")))
                .| (vector .== ByteLanes.all(UInt8(ascii: "]")))
            let found = ByteLanes.first(others .| marks)
            if found < ByteLanes.count { return offset + found }
            offset += ByteLanes.count
        }
        while offset < raw.count {
            let byte = raw[offset]
            if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&")
                || byte == UInt8(ascii: "]")
            {
                return offset
            }
            offset += 1
        }
        return offset
    }

    /// Passes over characters beyond ASCII.
    static func characters(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws(Stop) -> Int {
        var offset = start
        while true {
            let first = try byte(bytes, offset)
            if first < 0x80 { return offset }
            if first >= 0xC2, first <= 0xDF {
                guard try byte(bytes, offset + 1) & 0xC0 == 0x80 else { throw .other }
                offset += 2
                continue
            }
            guard offset + 4 <= bytes.count else { throw .incomplete }
            let length = UTF8Validation.sequenceLength(bytes, at: offset)
            guard length > 0 else { throw .other }
            if first == 0xEF, bytes[offset + 1] == 0xBF, bytes[offset + 2] >= 0xBE {
                // U+FFFE and U+FFFF.
                throw .other
            }
            offset += length
        }
    }

    /// What the reference at an offset stands for, and where it ends.
    static func reference(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
    ) throws(Stop) -> (Unicode.Scalar, end: Int) {
        var offset = start + 1
        if try byte(bytes, offset) == UInt8(ascii: "#") { return try character(bytes, from: offset + 1) }
        let name = try name(bytes, from: offset)
        offset = name.upperBound
        guard bytes[offset] == UInt8(ascii: ";") else { throw .other }
        for (own, scalar) in entities where holds(bytes, name, own) { return (scalar, offset + 1) }
        throw .other
    }

    private static let entities: [(name: StaticString, scalar: Unicode.Scalar)] = [
        ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
    ]

    /// Behind `&#`.
    private static func character(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) throws(Stop) -> (Unicode.Scalar, end: Int) {
        let isHex = try byte(bytes, start) == UInt8(ascii: "x")
        let first = isHex ? start + 1 : start
        var (offset, value) = (first, UInt32(0))
        while true {
            let byte = try byte(bytes, offset)
            if byte == UInt8(ascii: ";") { break }
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46 where isHex, 0x61...0x66 where isHex: digit = (byte | 0x20) - 0x57
            default: throw .other
            }
            // Seven digits are enough for any character and too few to overflow.
            guard offset - first < 7 else { throw .other }
            value = value * (isHex ? 16 : 10) + UInt32(digit)
            offset += 1
        }
        guard offset > first, let scalar = Unicode.Scalar(value), value != 0xFFFE, value != 0xFFFF,
            value >= 0x20 || value == 0x09 || value == 0x0A || value == 0x0D
        else { throw .other }
        return (scalar, offset + 1)
    }
}
