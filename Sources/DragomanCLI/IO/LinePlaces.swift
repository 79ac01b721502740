import Dragoman

/// Byte offsets of a text as line and column, for messages. Ascending questions cost O(n) all together.
struct LinePlaces {
    private let text: UTF8Text
    private var line = 1
    private var lineStart = 0
    private var offset = 0

    init(_ text: UTF8Text) { self.text = text }

    /// One-based; the column in code points. Offsets must not go back.
    mutating func place(of wanted: Int) -> (line: Int, column: Int) {
        while offset < wanted {
            if text.bytes[offset] == 0x0A {
                line += 1
                lineStart = offset + 1
            }
            offset += 1
        }
        return (line, text.scalarCount(in: lineStart..<wanted) + 1)
    }
}
