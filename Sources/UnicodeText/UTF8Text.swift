/// Valid UTF-8 bytes, compared byte by byte.
///
/// Unlike `String`, two texts are equal only when their bytes are: "é" composed and decomposed are different
/// texts here, as they are for a translation memory. Offsets are bytes and indexing is O(1).
public struct UTF8Text: Hashable, Sendable {
    public let bytes: [UInt8]

    /// An empty text.
    public init() { bytes = [] }

    /// Bytes that the caller knows to be valid UTF-8.
    public init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    /// Bytes that the caller knows to be valid UTF-8.
    public init(unchecked bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    /// The bytes if they are valid UTF-8 (RFC 3629), else `nil`. O(n).
    public init?(validating bytes: [UInt8]) {
        guard UTF8Validation.firstError(in: bytes) == nil else { return nil }
        self.bytes = bytes
    }

    public init(_ string: some StringProtocol) { bytes = Array(string.utf8) }

    public static func == (left: UTF8Text, right: UTF8Text) -> Bool { sameBytes(left.bytes[...], right.bytes[...]) }

    /// All bytes at once: the array's own way takes them one by one.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(bytes.count)
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }

    public var count: Int { bytes.count }
    public var isEmpty: Bool { bytes.isEmpty }
    public var all: ByteRange { 0..<bytes.count }

    public subscript(range: ByteRange) -> UTF8Text { UTF8Text(unchecked: Array(bytes[range])) }

    /// Number of Unicode code points. O(n).
    public var scalarCount: Int { scalarCount(in: all) }

    /// Number of Unicode code points in a range of bytes. O(length of the range).
    public func scalarCount(in range: ByteRange) -> Int {
        bytes[range].withUnsafeBufferPointer { bytes in
            var count = 0
            // Bytes that go on with a character are below -64 when signed.
            for byte in bytes { count &+= Int8(bitPattern: byte) >= -64 ? 1 : 0 }
            return count
        }
    }
}

extension UTF8Text: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension UTF8Text: CustomStringConvertible {
    public var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension UTF8Text: Comparable {
    /// Order of code points, which for UTF-8 is the order of bytes.
    public static func < (left: UTF8Text, right: UTF8Text) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

extension UTF8Text: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
