/// Byte offsets of a text as code point offsets, for JSON.
///
/// A question costs O(distance from the one before), so that ascending questions cost O(n) all together.
public struct ScalarOffsets: Sendable {
    private let text: UTF8Text
    private let isASCII: Bool
    private var byte = 0
    private var scalar = 0

    public init(_ text: UTF8Text) {
        self.text = text
        isASCII = UnicodeText.isASCII(text.bytes)
    }

    /// Number of code points before a byte offset.
    public mutating func scalars(before offset: Int) -> Int {
        if isASCII { return offset }
        if offset < byte {
            scalar -= text.scalarCount(in: offset..<byte)
            byte = offset
            return scalar
        }
        scalar += text.scalarCount(in: byte..<offset)
        byte = offset
        return scalar
    }
}
