internal import UnicodeText

/// A strict JSON parser (RFC 8259) over bytes.
///
/// Lone surrogates in escapes become U+FFFD; invalid UTF-8 is an error. O(n), depth at most 256.
public enum JSONReader {
    static let maximumDepth = 256

    /// The one value the bytes hold.
    ///
    /// - Parameter values: how many there may be, lists and objects included. One takes some 64 bytes, so that in a few
    ///   megabytes there are enough to fill the memory.
    public static func parse(_ bytes: [UInt8], values: Int = .max) throws(JSONError) -> JSONValue {
        if let bad = UTF8Validation.firstError(in: bytes) { throw JSONError(offset: bad, message: "invalid UTF-8") }
        var scanner = JSONScanner(bytes, in: 0..<bytes.count, JSONValueBuilder(), values: values)
        return try scanner.whole()
    }
}
