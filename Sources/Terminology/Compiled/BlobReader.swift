internal import UnicodeText

/// Reads what `BlobWriter` wrote; from other bytes it reads something or fails, and never beyond their end.
struct BlobReader {
    struct Damage: Error {}

    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    /// - Parameter bytes: must live as long as the reader.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func number() throws(Damage) -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while offset < bytes.count, shift < 64 {
            let byte = bytes[offset]
            offset += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(Int64(bitPattern: value)) }
            shift += 7
        }
        throw Damage()
    }

    private mutating func run() throws(Damage) -> UnsafeRawBufferPointer {
        let count = try number()
        guard count >= 0, count <= bytes.count - offset else { throw Damage() }
        defer { offset += count }
        return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
    }

    mutating func text() throws(Damage) -> UTF8Text {
        guard let text = UTF8Text(validating: Array(try run())) else { throw Damage() }
        return text
    }

    mutating func string() throws(Damage) -> String { String(decoding: try run(), as: UTF8.self) }

    mutating func optional() throws(Damage) -> String? { try number() == 0 ? nil : try string() }

    /// Whether a string has these bytes.
    mutating func string(is other: some Sequence<UInt8>) throws(Damage) -> Bool { try run().elementsEqual(other) }

    mutating func list<Element>(
        _ read: (inout BlobReader) throws(Damage) -> Element
    ) throws(Damage) -> [Element] {
        let count = try number()
        // Each takes a byte at least.
        guard count >= 0, count <= bytes.count - offset else { throw Damage() }
        var elements: [Element] = []
        for _ in 0..<count { elements.append(try read(&self)) }
        return elements
    }
}
