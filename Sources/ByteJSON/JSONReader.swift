internal import UnicodeText

/// A strict JSON parser (RFC 8259) over bytes.
///
/// Lone surrogates in escapes become U+FFFD; invalid UTF-8 is an error. O(n), depth at most 256.
public struct JSONReader {
    private let bytes: [UInt8]
    private var offset = 0
    private static let maximumDepth = 256

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The one value the bytes hold.
    public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
        if let bad = UTF8Validation.firstError(in: bytes) { throw JSONError(offset: bad, message: "invalid UTF-8") }
        var reader = JSONReader(bytes)
        reader.skipBlanks()
        let value = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.offset == bytes.count else { throw reader.error("unexpected text after the value") }
        return value
    }

    private func error(_ message: String) -> JSONError { JSONError(offset: offset, message: message) }

    private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skipBlanks() {
        while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { offset += 1 }
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        guard depth < Self.maximumDepth else { throw error("nested deeper than \(Self.maximumDepth)") }
        switch current {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte): return try number()
        case nil: throw error("unexpected end")
        default: throw error("unexpected character")
        }
    }

    private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[offset...].starts(with: wanted) else { throw error("unexpected word") }
        offset += wanted.count
        return value
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
        offset += 1
        var members: [JSONValue.Member] = []
        skipBlanks()
        if current == UInt8(ascii: "}") {
            offset += 1
            return .object(members)
        }
        while true {
            skipBlanks()
            guard current == UInt8(ascii: "\"") else { throw error("expected a member's name") }
            let name = try string()
            skipBlanks()
            guard current == UInt8(ascii: ":") else { throw error("expected a colon") }
            offset += 1
            skipBlanks()
            members.append(JSONValue.Member(name, try value(depth: depth + 1)))
            if try endsList(with: UInt8(ascii: "}")) { return .object(members) }
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
        offset += 1
        var values: [JSONValue] = []
        skipBlanks()
        if current == UInt8(ascii: "]") {
            offset += 1
            return .array(values)
        }
        while true {
            skipBlanks()
            values.append(try value(depth: depth + 1))
            if try endsList(with: UInt8(ascii: "]")) { return .array(values) }
        }
    }

    private mutating func endsList(with end: UInt8) throws(JSONError) -> Bool {
        skipBlanks()
        guard let byte = current, byte == end || byte == UInt8(ascii: ",") else {
            throw error("expected a comma or the end of the list")
        }
        offset += 1
        return byte == end
    }

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = offset
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
        if current == UInt8(ascii: "-") { offset += 1 }
        guard isDigit(current) else { throw error("expected a digit") }
        if current == UInt8(ascii: "0") {
            offset += 1
            if isDigit(current) { throw error("a number cannot begin with zero") }
        }
        while isDigit(current) { offset += 1 }
        if current == UInt8(ascii: ".") {
            offset += 1
            guard isDigit(current) else { throw error("expected a digit") }
            while isDigit(current) { offset += 1 }
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            offset += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { offset += 1 }
            guard isDigit(current) else { throw error("expected a digit") }
            while isDigit(current) { offset += 1 }
        }
        return .number(UTF8Text(unchecked: bytes[start..<offset]))
    }

    private mutating func string() throws(JSONError) -> UTF8Text {
        offset += 1
        let start = offset
        // Most strings hold no escape and are one slice.
        while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { offset += 1 }
        if current == UInt8(ascii: "\"") {
            offset += 1
            return UTF8Text(unchecked: bytes[start..<offset - 1])
        }
        var result = Array(bytes[start..<offset])
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                return UTF8Text(unchecked: result)
            case UInt8(ascii: "\\"):
                offset += 1
                try escape(into: &result)
            case 0..<0x20:
                throw error("control character in a string")
            default:
                result.append(byte)
                offset += 1
            }
        }
        throw error("string without an end")
    }

    private mutating func escape(into result: inout [UInt8]) throws(JSONError) {
        guard let byte = current else { throw error("string without an end") }
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(byte)
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "u"):
            let first = try hexadecimal()
            guard first & 0xFC00 == 0xD800 else {
                result.append(Unicode.Scalar(first) ?? "\u{FFFD}")
                return
            }
            let mark = offset
            if bytes[offset...].starts(with: [0x5C, 0x75]) {
                offset += 2
                let second = try hexadecimal()
                if second & 0xFC00 == 0xDC00,
                    let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF))
                {
                    result.append(scalar)
                    return
                }
                offset = mark
            }
            result.append("\u{FFFD}" as Unicode.Scalar)
        default:
            offset -= 1
            throw error("unknown escape")
        }
    }

    private mutating func hexadecimal() throws(JSONError) -> UInt32 {
        guard offset + 4 <= bytes.count else { throw error("expected four hexadecimal digits") }
        var value: UInt32 = 0
        for byte in bytes[offset..<offset + 4] {
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x41 + 10
            case 0x61...0x66: digit = byte - 0x61 + 10
            default: throw error("expected four hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
        }
        offset += 4
        return value
    }
}
