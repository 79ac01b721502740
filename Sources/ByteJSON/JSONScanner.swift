internal import UnicodeText

/// Walks JSON (RFC 8259) and lets a builder make of it what it wants. O(n), depth at most 256.
///
/// The bytes must be valid UTF-8; offsets are those of `bytes`.
struct JSONScanner<Builder: JSONBuilder> {
    private let bytes: [UInt8]
    private let builder: Builder
    private let end: Int
    private var offset: Int
    private var valuesLeft: Int

    /// - Parameter values: how many there may be, lists and objects included.
    init(_ bytes: [UInt8], in range: ByteRange, _ builder: Builder, values: Int = .max) {
        self.bytes = bytes
        valuesLeft = values
        self.builder = builder
        end = range.upperBound
        offset = range.lowerBound
    }

    /// The one value the range holds.
    mutating func whole() throws(JSONError) -> Builder.Value {
        skipBlanks()
        let value = try value(depth: 0)
        skipBlanks()
        guard offset == end else { throw error("unexpected text after the value") }
        return value
    }

    private func error(_ message: String) -> JSONError { JSONError(offset: offset, message: message) }

    private var current: UInt8? { offset < end ? bytes[offset] : nil }

    private mutating func skipBlanks() {
        while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { offset += 1 }
    }

    private mutating func value(depth: Int) throws(JSONError) -> Builder.Value {
        guard depth < JSONReader.maximumDepth else { throw error("nested deeper than \(JSONReader.maximumDepth)") }
        guard valuesLeft > 0 else { throw error("too many values") }
        valuesLeft -= 1
        switch current {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return builder.string(try string(), in: bytes)
        case UInt8(ascii: "t"): return try literal("true")
        case UInt8(ascii: "f"): return try literal("false")
        case UInt8(ascii: "n"): return try literal("null")
        case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte): return try number()
        case nil: throw error("unexpected end")
        default: throw error("unexpected character")
        }
    }

    private mutating func literal(_ word: StaticString) throws(JSONError) -> Builder.Value {
        let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[offset..<end].starts(with: wanted) else { throw error("unexpected word") }
        let start = offset
        offset += wanted.count
        return builder.literal(start..<offset, in: bytes)
    }

    private mutating func object(depth: Int) throws(JSONError) -> Builder.Value {
        offset += 1
        var members: [Builder.Member] = []
        skipBlanks()
        if current == UInt8(ascii: "}") {
            offset += 1
            return builder.object(members)
        }
        while true {
            skipBlanks()
            guard current == UInt8(ascii: "\"") else { throw error("expected a member's name") }
            let name = try string()
            skipBlanks()
            guard current == UInt8(ascii: ":") else { throw error("expected a colon") }
            offset += 1
            skipBlanks()
            members.append(builder.member(name, try value(depth: depth + 1), in: bytes))
            if try endsList(with: UInt8(ascii: "}")) { return builder.object(members) }
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> Builder.Value {
        offset += 1
        var values: [Builder.Value] = []
        skipBlanks()
        if current == UInt8(ascii: "]") {
            offset += 1
            return builder.array(values)
        }
        while true {
            skipBlanks()
            values.append(try value(depth: depth + 1))
            if try endsList(with: UInt8(ascii: "]")) { return builder.array(values) }
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

    private mutating func number() throws(JSONError) -> Builder.Value {
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
        return builder.number(start..<offset, in: bytes)
    }

    /// The string's bytes between the quotes, its escapes checked.
    private mutating func string() throws(JSONError) -> JSONText {
        offset += 1
        let start = offset
        var hasEscapes = false
        while offset < end {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\"") {
                offset += 1
                return JSONText(range: start..<offset - 1, hasEscapes: hasEscapes)
            }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                offset += 1
                try checkEscape()
            } else if byte < 0x20 {
                throw error("control character in a string")
            } else {
                offset += 1
            }
        }
        throw error("string without an end")
    }

    private mutating func checkEscape() throws(JSONError) {
        switch current {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            offset += 1
        case UInt8(ascii: "u"):
            offset += 1
            guard offset + 4 <= end, JSONEscape.hexadecimal(bytes, at: offset) != nil else {
                throw error("expected four hexadecimal digits")
            }
            offset += 4
        case nil: throw error("string without an end")
        default: throw error("unknown escape")
        }
    }
}
